"""Trap: the layer is called and its output dropped."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc called=true on_output=no

    def forward(self, x):
        self.rnn(x)
        return torch.relu(x)


# drive: Net()(torch.zeros(5, 2, 3))
