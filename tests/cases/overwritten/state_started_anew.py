"""Trap: the rectified state is replaced by zeros before the second call."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x, y):
        _, h = self.rnn(x)
        h = torch.relu(h)  #: after enc
        h = torch.zeros_like(h)
        out, _ = self.rnn(y, h)
        return out


# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
