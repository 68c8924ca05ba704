"""Trap: the ReLU stands behind an unconditional return."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        out, _ = self.rnn(x)
        return out
        out = torch.relu(out)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
