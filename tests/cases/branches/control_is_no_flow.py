"""Trap: the rectified value only decides which way is taken."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        if torch.relu(x).sum() > 0:
            x = x * 2
        out, _ = self.rnn(x)
        return out


# drive: Net()(torch.ones(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3))
