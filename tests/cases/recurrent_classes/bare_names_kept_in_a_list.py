"""Bare imported class names held in a list and built in a loop."""

import torch
from torch.nn import GRU, RNN, Module, ModuleList

KINDS = [GRU, RNN]


class Net(Module):
    def __init__(self):
        super().__init__()
        self.layers = ModuleList(kind(4, 4) for kind in KINDS)  #: layer stack

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)[0]
        return torch.relu(x)  #: after stack


# drive: Net()(torch.zeros(5, 2, 4))
