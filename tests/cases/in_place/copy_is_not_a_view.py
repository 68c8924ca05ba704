"""Trap: a clone is rectified in place; the original goes on."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.high = nn.GRU(4, 4)  #: layer high on_output=no

    def forward(self, x):
        out, _ = self.low(x)
        kept = out.clone()
        kept.relu_()  #: after low
        return self.high(out)[0], kept


# drive: Net()(torch.zeros(5, 2, 3))
