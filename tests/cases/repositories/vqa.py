"""VQA: question GRU, object features, gated fusion, weight-normalised FCNet."""
import torch
import torch.nn as nn
from torch.nn.utils import weight_norm


class FCNet(nn.Module):
    def __init__(self, dims, act='ReLU', dropout=0):
        super(FCNet, self).__init__()
        layers = []
        for i in range(len(dims) - 2):
            in_dim, out_dim = dims[i], dims[i + 1]
            if 0 < dropout:
                layers.append(nn.Dropout(dropout))
            layers.append(weight_norm(nn.Linear(in_dim, out_dim), dim=None))
            if '' != act:
                layers.append(getattr(nn, act)())
        layers.append(weight_norm(nn.Linear(dims[-2], dims[-1]), dim=None))
        if '' != act:
            layers.append(getattr(nn, act)())
        self.main = nn.Sequential(*layers)

    def forward(self, x):
        return self.main(x)  #: after rnn defined=20


class QuestionEmbedding(nn.Module):
    def __init__(self, in_dim, num_hid, nlayers, bidirect, dropout, rnn_type='GRU'):
        super().__init__()
        assert rnn_type == 'LSTM' or rnn_type == 'GRU'
        rnn_cls = nn.LSTM if rnn_type == 'LSTM' else nn.GRU
        self.rnn = rnn_cls(in_dim, num_hid, nlayers, bidirectional=bidirect, dropout=dropout, batch_first=True)  #: layer rnn
        self.ndirections = 1 + int(bidirect)
        self.num_hid, self.nlayers, self.rnn_type = num_hid, nlayers, rnn_type

    def init_hidden(self, batch):
        weight = next(self.parameters()).data
        hid_shape = (self.nlayers * self.ndirections, batch, self.num_hid)
        if self.rnn_type == 'LSTM':
            return (weight.new(*hid_shape).zero_(), weight.new(*hid_shape).zero_())
        return weight.new(*hid_shape).zero_()

    def forward(self, x):
        hidden = self.init_hidden(x.size(0))
        output, hidden = self.rnn(x, hidden)
        if self.ndirections == 1:
            return output[:, -1]
        forward_ = output[:, -1, :self.num_hid]
        backward = output[:, 0, self.num_hid:]
        return torch.cat((forward_, backward), dim=1)


class BaseModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.w_emb = nn.Embedding(9, 3)
        self.q_emb = QuestionEmbedding(3, 4, 1, False, 0.0)
        self.v_net = FCNet([5, 4])
        self.q_net = FCNet([4, 4])
        self.q_lin = FCNet([4, 4], act='Tanh')
        self.classifier = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.5, inplace=True), nn.Linear(8, 2))

    def forward(self, v, q):
        q_emb = self.q_emb(self.w_emb(q))
        joint = self.q_net(q_emb) * self.v_net(v.mean(1)) + self.q_lin(q_emb)
        return self.classifier(joint)  #: after rnn defined=61


# drive: BaseModel()(torch.rand(2, 3, 5), torch.zeros(2, 4, dtype=torch.long))
