"""Signs before an object are calls of its methods, each of its own."""

import torch
from torch import nn


class Signed:
    def __init__(self, value):
        self.value = value

    def __pos__(self):
        return torch.relu(self.value)  #: after first

    def __neg__(self):
        return torch.relu(self.value)  #: after second

    def __invert__(self):
        return torch.tanh(self.value)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 3)  #: layer first
        self.second = nn.GRU(3, 3)  #: layer second
        self.third = nn.GRU(3, 3)  #: layer third on_output=no

    def forward(self, x):
        return +Signed(self.first(x)[0]), -Signed(self.second(x)[0]), ~Signed(self.third(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
