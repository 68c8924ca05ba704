"""A class method puts the model together from two parts, and nothing scanned calls it."""

import torch
import torch.nn as nn


class Enc(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0]


class Net(nn.Module):
    def __init__(self, enc):
        super().__init__()
        self.enc = enc

    @classmethod
    def build(cls):
        return cls(Enc())

    def forward(self, x):
        return self.enc(x).relu()  #: after rnn


# drive: Net.build()(torch.zeros(3, 2, 3))
