"""CTC model: masked convs with Hardtanh, BatchRNN stack built from OrderedDict, lookahead; clipped ReLU as Hardtanh is none."""

from collections import OrderedDict

import torch
import torch.nn as nn

supported_rnns = {"lstm": nn.LSTM, "rnn": nn.RNN, "gru": nn.GRU}


class SequenceWise(nn.Module):
    def __init__(self, module):
        super().__init__()
        self.module = module

    def forward(self, x):
        t, n = x.size(0), x.size(1)
        return self.module(x.view(t * n, -1)).view(t, n, -1)  #: after rnn if "relu_fc" defined=47


class BatchRNN(nn.Module):
    def __init__(self, input_size, hidden, rnn_type=nn.LSTM, batch_norm=True):
        super().__init__()
        self.hidden = hidden
        self.batch_norm = SequenceWise(nn.BatchNorm1d(input_size)) if batch_norm else None
        self.rnn = rnn_type(input_size=input_size, hidden_size=hidden, bidirectional=True)  #: layer rnn

    def forward(self, x, lengths):
        if self.batch_norm is not None:
            x = self.batch_norm(x)
        x = nn.utils.rnn.pack_padded_sequence(x, lengths, enforce_sorted=False)
        x, h = self.rnn(x)
        x, _ = nn.utils.rnn.pad_packed_sequence(x)
        return x.view(x.size(0), x.size(1), 2, -1).sum(2)


class DeepSpeech(nn.Module):
    def __init__(self, rnn_type="lstm", layers=2, relu_fc=True):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv1d(4, 5, 3, padding=1), nn.Hardtanh(0, 20, inplace=True))
        rnns = [("0", BatchRNN(5, 6, supported_rnns[rnn_type], batch_norm=False))]
        for x in range(layers - 1):
            rnns.append(("%d" % (x + 1), BatchRNN(6, 6, supported_rnns[rnn_type])))
        self.rnns = nn.Sequential(OrderedDict(rnns))
        fc = nn.Sequential(nn.BatchNorm1d(6), nn.Linear(6, 3, bias=False))
        if relu_fc:
            fc = nn.Sequential(fc, nn.ReLU())
        self.fc = nn.Sequential(SequenceWise(fc))
        self.inference_softmax = nn.Identity()

    def forward(self, x, lengths):
        x = self.conv(x)
        x = x.transpose(1, 2).transpose(0, 1).contiguous()
        for rnn in self.rnns:
            x = rnn(x, lengths)
        x = self.fc(x)
        return self.inference_softmax(x.transpose(0, 1)), lengths


# drive: DeepSpeech()(torch.rand(2, 4, 5), torch.tensor([5, 3]))
# drive: DeepSpeech("gru", relu_fc=False)(torch.rand(2, 4, 5), torch.tensor([5, 3]))
