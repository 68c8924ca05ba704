"""Operators that a class defines, from the left, from the right, in place and alone."""

import torch
from torch import nn


class Bend:
    def __add__(self, other):
        return torch.relu(other)  #: after rnn

    def __rmul__(self, other):
        return torch.relu(self.last * other)  #: after rnn

    def __iadd__(self, other):
        self.last = torch.relu(other)  #: after rnn
        return self

    def __neg__(self):
        return torch.relu(self.last)  #: after rnn

    def __getitem__(self, index):
        return torch.relu(index)  #: after rnn

    def __setitem__(self, index, value):
        self.last = torch.relu(value)  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        bend = Bend()
        first = bend + out
        second = bend[out]
        bend += out
        third = -bend
        bend[0] = out
        return first, second, third, Scale() * bend, 2 * bend


class Scale:
    def __mul__(self, other):
        return other.last


# drive: Net()(torch.zeros(5, 2, 3))
