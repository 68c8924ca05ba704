"""A model that inherits the forward of a chain: its parts are called in order, though no forward is written."""

from collections import OrderedDict

import torch
from torch import nn


class Backbone(nn.Module):
    _cell = None

    def __init__(self, cell):
        super().__init__()
        self.proj = nn.Linear(3, 4)
        self.rnn = cell(4, 4)  #: layer rnn type=torch.nn.GRU

    def forward(self, x):
        out, _ = self.rnn(torch.relu(self.proj(x)))  #: before rnn
        return out


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(4, 2)

    def forward(self, x):
        return torch.relu(self.out(x[-1]))  #: after rnn


class Chain(nn.Sequential):
    _cell = None

    def __init__(self):
        super().__init__(OrderedDict([("backbone", Backbone(self._cell)), ("head", Head())]))


class GRUChain(Chain):
    _cell = nn.GRU


# drive: GRUChain()(torch.zeros(5, 2, 3))
