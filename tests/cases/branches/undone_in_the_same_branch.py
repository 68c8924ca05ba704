"""Trap: under the one condition that brings the layer in, its output is replaced again."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer enc on_output=no

    def forward(self, x, warm_up=False):
        y = x
        if warm_up:
            y, state = self.rnn(x)
            y = torch.zeros_like(y)
        return torch.relu(y)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), True)
