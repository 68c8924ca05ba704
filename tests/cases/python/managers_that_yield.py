"""A context manager made of a generator: what follows its `yield` runs behind the body, also where the body returns."""

import contextlib

import torch
from torch import nn


@contextlib.contextmanager
def exchanged(net, act):
    before, net.act = net.act, act
    try:
        yield net
    finally:
        net.act = before


@contextlib.contextmanager
def bent(values):
    yield
    values[0] = torch.relu(values[0])  #: after behind


class Inside(nn.Module):
    """The exchanged layer acts within the body."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer inside
        self.act = nn.Tanh()
        self.relu = nn.ReLU()

    def forward(self, x):
        with exchanged(self, self.relu) as net:
            return net.act(self.rnn(x)[0])  #: after inside defined=31


class Restored(nn.Module):
    """Behind the body, and in the next call, the old layer acts again."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer restored on_output=no
        self.act = nn.Tanh()
        self.relu = nn.ReLU()

    def first(self, x):
        with exchanged(self, self.relu):
            return self.act(x)  #: before restored defined=45

    def forward(self, x):
        x = self.first(x)
        return self.act(self.rnn(x)[0])


class Behind(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer behind

    def forward(self, x):
        values = [x]
        with bent(values), torch.no_grad():
            values[0] = self.rnn(values[0])[0]
        return values[0]


class Flag(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer flag
        self.bends = False

    @contextlib.contextmanager
    def bending(self):
        self.bends = True
        yield
        self.bends = False

    def act(self, x):
        return torch.relu(x) if self.bends else x  #: after flag

    def forward(self, x):
        x = self.act(x)
        with self.bending():
            x = self.act(self.rnn(x)[0])
        return x


# drive: Inside()(torch.zeros(5, 2, 4)), Restored()(torch.zeros(5, 2, 4)), Behind()(torch.zeros(5, 2, 4)), Flag()(torch.zeros(5, 2, 4))
