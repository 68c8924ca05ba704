"""Trap: a tuple of two layers' outputs; the ReLU acts on one element only."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.left = nn.GRU(3, 4)  #: layer left
        self.right = nn.GRU(3, 4)  #: layer right on_output=no

    def both(self, x):
        return self.left(x)[0], self.right(x)[0]

    def forward(self, x):
        left, right = self.both(x)
        return torch.relu(left), right  #: after left


# drive: Net()(torch.zeros(5, 2, 3))
