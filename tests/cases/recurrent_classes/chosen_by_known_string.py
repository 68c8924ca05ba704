"""getattr on the library with a name that is known where the part is built."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.rnn = getattr(nn, kind)(3, 4)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder("GRU")

    def forward(self, x):
        return torch.relu(self.encoder(x))  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
