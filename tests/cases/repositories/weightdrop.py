"""AWD-LSTM: WeightDrop wrapper and LockedDropout."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class LockedDropout(nn.Module):
    def forward(self, x, dropout=0.5):
        if not self.training or not dropout:
            return x
        m = x.data.new(1, x.size(1), x.size(2)).bernoulli_(1 - dropout)
        mask = m.div_(1 - dropout)
        return mask.expand_as(x) * x


class WeightDrop(nn.Module):
    def __init__(self, module, weights, dropout=0.0):
        super().__init__()
        self.module = module
        self.weights = weights
        self.dropout = dropout
        for name_w in self.weights:
            w = getattr(self.module, name_w)
            self.register_parameter(name_w + "_raw", nn.Parameter(w.data.clone()))

    def _setweights(self):
        for name_w in self.weights:
            raw_w = getattr(self, name_w + "_raw")
            w = F.dropout(raw_w, p=self.dropout, training=self.training)
            getattr(self.module, name_w).data = w.data

    def forward(self, *args):
        self._setweights()
        return self.module.forward(*args)


class AWD(nn.Module):
    def __init__(self, ntoken=8, ninp=4, nhid=5, nlayers=2, use_act=None):
        super().__init__()
        self.lockdrop = LockedDropout()
        self.encoder = nn.Embedding(ntoken, ninp)
        self.rnns = [nn.LSTM(ninp if l == 0 else nhid, nhid if l != nlayers - 1 else ninp, 1, dropout=0) for l in range(nlayers)]  #: layer rnn
        self.rnns = [WeightDrop(rnn, ["weight_hh_l0"], dropout=0.2) for rnn in self.rnns]
        self.rnns = nn.ModuleList(self.rnns)
        self.decoder = nn.Linear(ninp, ntoken)
        self.pos = nn.Sequential(nn.Linear(ninp, ninp), nn.ReLU())
        self.nlayers = nlayers

    def forward(self, input, hidden, return_h=False):
        emb = self.lockdrop(self.encoder(input), 0.1)
        raw_output = emb
        new_hidden, raw_outputs, outputs = [], [], []
        for l, rnn in enumerate(self.rnns):
            raw_output, new_h = rnn(raw_output, hidden[l])
            new_hidden.append(new_h)
            raw_outputs.append(raw_output)
            if l != self.nlayers - 1:
                raw_output = self.lockdrop(raw_output, 0.1)
                outputs.append(raw_output)
        hidden = new_hidden
        output = self.lockdrop(raw_output, 0.1)
        outputs.append(output)
        result = self.decoder(output.view(output.size(0) * output.size(1), output.size(2)))
        bag = self.pos(emb.mean(0))
        if return_h:
            return result, hidden, raw_outputs, outputs
        return result, hidden, bag


# drive: AWD()(torch.zeros(3, 2, dtype=torch.long), [None, None])
