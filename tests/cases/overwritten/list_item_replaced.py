"""Trap: the list's item is replaced; its neighbour is the one that carries the state."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        values = [self.rnn(x)[0], self.rnn(x)[1]]
        values[0] = x
        first, second = values
        return torch.relu(first), second


# drive: Net()(torch.zeros(5, 2, 3))
