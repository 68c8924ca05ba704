"""Trap: something unknown stands beside the way, not on it."""

import torch
from elsewhere import mix
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=yes

    def forward(self, x):
        side = mix(x, x)
        out, _ = self.rnn(x)
        return torch.relu(out), side  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
