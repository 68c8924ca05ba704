"""Trap: two calls of a helper with the same local names keep their values apart."""

import torch
from torch import nn


def run(layer, x, rectify):
    out = layer(x)[0]
    if rectify:
        out = torch.relu(out)  #: after a; before c
    return out


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(4, 4)  #: layer a
        self.b = nn.GRU(4, 4)  #: layer b on_output=no
        self.c = nn.GRU(4, 4)  #: layer c on_output=no

    def forward(self, x):
        first = run(self.a, x, True)
        second = run(self.b, x, False)
        return run(self.c, first, False), second


# drive: Net()(torch.zeros(5, 2, 4))
