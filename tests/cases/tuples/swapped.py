"""Trap: the names are swapped before the ReLU."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 4)  #: layer first on_output=no
        self.second = nn.GRU(3, 4)  #: layer second

    def forward(self, x):
        a = self.first(x)[0]
        b = self.second(x)[0]
        a, b = b, a
        return torch.relu(a), b  #: after second


# drive: Net()(torch.zeros(5, 2, 3))
