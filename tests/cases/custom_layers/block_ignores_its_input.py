"""Trap: the block's ReLU acts on a learned table, not on what it is given."""

import torch
from torch import nn


class Bias(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.table = nn.Parameter(torch.zeros(width))

    def forward(self, x):
        return x + torch.relu(self.table)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.bias = Bias(4)

    def forward(self, x):
        return self.bias(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
