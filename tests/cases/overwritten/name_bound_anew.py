"""Trap: the output's name is bound to something else before the ReLU."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.skip = nn.Linear(3, 4)

    def forward(self, x):
        out, _ = self.rnn(x)
        out = self.skip(x)
        return torch.relu(out)


# drive: Net()(torch.zeros(5, 2, 3))
