"""Trap: the output is popped from the dict before the rest is rectified."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        values = {"states": self.rnn(x)[0], "input": x}
        states = values.pop("states")
        total = sum(torch.relu(value).sum() for value in values.values())
        return states, total


# drive: Net()(torch.zeros(5, 2, 3))
