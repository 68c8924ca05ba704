"""A base class keeps a record of the classes that are derived from it."""

import torch
from torch import nn


class Head(nn.Module):
    known = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Head.known[cls.__name__] = cls


class Rectify(Head):
    def forward(self, x):
        return torch.relu(x)  #: after enc


class Squash(Head):
    def forward(self, x):
        return torch.tanh(x)


class Softer(Squash):
    pass


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.head = Head.known["Rectify"]()
        self.other = Head.known["Softer"]()

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(out), self.other(out)


# drive: Net()(torch.zeros(5, 2, 3))
