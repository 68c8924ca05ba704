"""Trap: the rectified input is replaced before it reaches the layer."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        y = torch.relu(x)
        y = x - 1
        return self.rnn(y)[0]


# drive: Net()(torch.zeros(5, 2, 3))
