"""Relations between parts show in the larger model; those inside a part are the part's."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, h = self.rnn(x)
        return torch.relu(h)  #: after enc; before dec


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer dec
        self.act = nn.ReLU()

    def forward(self, y, h):
        out, _ = self.rnn(y, h)
        return self.act(out)  #: after dec; after enc


class Seq2Seq(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.decoder = Decoder()

    def forward(self, x, y):
        return self.decoder(y, self.encoder(x))


# drive: Seq2Seq()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
