"""Trap: the attribute that held the output is set again before it is read."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        self.last = self.rnn(x)[0]
        self.last = x
        return torch.relu(self.last)


# drive: Net()(torch.zeros(5, 2, 3))
