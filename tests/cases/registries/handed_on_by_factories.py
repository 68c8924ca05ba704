"""Factories that hand on what other factories make, classes with a method that makes a layer, bases that record their classes."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)  #: layer net

    def forward(self, x):
        return self.rnn(x)[0]


REGISTERED = {"net": Net}


def create(name):
    return REGISTERED[name]()


def create_default():
    return create("net")


class Spec:
    def __init__(self, size):
        self.size = size

    def build(self):
        return nn.GRU(self.size, self.size)  #: layer specified


class Kind:
    kinds = {}

    def __init_subclass__(cls, key):
        Kind.kinds[key] = cls


class Gated(Kind, key="gru"):
    def build(self):
        return nn.GRU(4, 4)  #: layer recorded


def of_factories(x):
    return torch.relu(create_default()(x))  #: after net


def of_spec(x):
    return torch.relu(Spec(4).build()(x)[0])  #: after specified


def of_kind(x):
    return torch.relu(Kind.kinds["gru"]().build()(x)[0])  #: after recorded


def drive(x):
    of_factories(x), of_spec(x), of_kind(x)


# drive: drive(torch.zeros(5, 2, 4))
