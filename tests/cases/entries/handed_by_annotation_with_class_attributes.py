"""What else stands in an annotated class (numbers, classes, functions put there by hand) makes it no interface."""

import torch
from torch import nn


def bend(self, x):
    return torch.relu(x)  #: before rnn


class Part(nn.Module):
    size = 4
    note: str
    act = torch.tanh
    inner = nn.Linear
    bend = bend
    turned = lambda self, x: x

    class Options:
        depth = 1

    @property
    def width(self):
        return self.size

    def forward(self, x):
        return self.bend(self.turned(x))


class Based(Part):
    size = 3


class Net(nn.Module):
    def __init__(self, part: Part, other: Based):
        super().__init__()
        self.part, self.other = part, other
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x):
        return self.rnn(self.other(self.part(x)))[0]


# drive: Net(Part(), Based())(torch.zeros(5, 2, 4))
