"""Trap: one helper serves two ways; what goes in before does not come out behind."""

import torch
from torch import nn


def double(x):
    return x + x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 3)  #: layer low on_output=no
        self.high = nn.GRU(3, 3)  #: layer high on_output=no

    def forward(self, x):
        rectified = double(torch.relu(x))  #: before low
        out, _ = self.low(rectified)
        plain = double(x)
        return out, self.high(plain)[0]


# drive: Net()(torch.zeros(5, 2, 3))
