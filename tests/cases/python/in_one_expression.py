"""Operators of one's own in a row, slices made by name, names of types, and lists that are written over as a whole."""

import sys

import torch
from torch import nn


class Chain:
    def __init__(self, function):
        self.function = function

    def __call__(self, x):
        return self.function(x)

    def __rshift__(self, other):
        return Chain(lambda x: other(self.function(x)))  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        parts = {type(part).__name__.lower(): part for part in (nn.LSTM(4, 4), nn.ReLU())}  #: layer named
        self.parts = nn.ModuleDict(parts)

    def forward(self, x):
        chain = Chain(self.rnn) >> (lambda out: out[0]) >> torch.relu
        y = self.rnn(x)[0]
        for row in [x, y, x][slice(0, 1)]:
            torch.relu(row)
        rows = [y for _ in x]
        rows[:] = [x]
        for row in rows:
            torch.relu(row)
        if chain is None:
            sys.exit(torch.relu(y))
        return chain(x), self.parts["relu"](self.parts["lstm"](x)[0])  #: after named defined=24


# drive: Net()(torch.zeros(5, 2, 4))
