"""The names of a module serve as its registry: which function builds the activation, an argument decides."""

import torch
from torch import nn


def relu():
    return nn.ReLU()


def tanh():
    return nn.Tanh()


def linear():
    return nn.Identity()


def get(identifier):
    if identifier is None:
        return None
    if callable(identifier):
        return identifier
    cls = globals().get(identifier)
    if cls is None:
        raise ValueError(identifier)
    return cls


class Masker(nn.Module):
    def __init__(self, act="relu"):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer rnn
        self.act = get(act)()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after rnn if "relu" defined=8


class Bounded(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer bounded on_output=no
        self.act = get("tanh")()

    def forward(self, x):
        return self.act(self.rnn(x)[0])


# drive: Masker()(torch.zeros(5, 2, 3))
# drive: Masker("linear")(torch.zeros(5, 2, 3))
# drive: Bounded()(torch.zeros(5, 2, 3))
