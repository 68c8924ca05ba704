"""Trap: the helper returns the rectified value second, and the caller takes the first."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 3)  #: layer low
        self.high = nn.GRU(3, 4)  #: layer high on_output=no

    def encode(self, x):
        out, h = self.low(x)
        return out, torch.relu(h)  #: after low

    def forward(self, x):
        out, _ = self.encode(x)
        return self.high(out)[0]


# drive: Net()(torch.zeros(5, 2, 3))
