"""Classes that say themselves how they are iterated: giving out an iterator, or being their own."""

import torch
from torch import nn


class Once:
    def __init__(self, items):
        self.items = items
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= len(self.items):
            raise StopIteration
        self.at += 1
        return self.items[self.at - 1]


class Often:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return Once(self.items)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x):
        y, _ = self.rnn(x)
        total = torch.zeros(1)
        for part in Once([y, y]):
            total = total + torch.relu(part)  #: after rnn
        for part in Often([x, x]):
            total = total + torch.relu(part)
        return total


# drive: Net()(torch.rand(3, 2, 4))
