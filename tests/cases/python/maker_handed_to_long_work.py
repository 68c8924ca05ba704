"""Long work that is handed something that makes a layer is followed to its end, whatever it is that makes it."""

from functools import partial

import torch
from torch import nn


def work(make):
    total = 0
    for first in range(60):
        for second in range(60):
            total = total + first * second
    return make()


def relu():
    return nn.ReLU()


class Gate(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after third


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 3)  #: layer first
        self.second = nn.GRU(3, 3)  #: layer second
        self.third = nn.GRU(3, 3)  #: layer third
        self.fourth = nn.GRU(3, 3)  #: layer fourth
        self.by_name = work(nn.ReLU)
        self.by_function = work(relu)
        self.by_class = work(Gate)
        self.by_partial = work(partial(nn.ReLU, inplace=True))

    def forward(self, x):
        a = self.by_name(self.first(x)[0])  #: after first
        b = self.by_function(self.second(x)[0])  #: after second
        c = self.by_class(self.third(x)[0])
        return a, b, c, self.by_partial(self.fourth(x)[0])  #: after fourth


# drive: Net()(torch.zeros(5, 2, 3))
