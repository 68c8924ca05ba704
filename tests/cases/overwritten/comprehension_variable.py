"""Trap: a comprehension's variable does not replace the name outside it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        states, _ = self.rnn(x)
        step = x
        halves = [step * 0.5 for step in states]
        return torch.relu(step), halves


# drive: Net()(torch.zeros(5, 2, 3))
