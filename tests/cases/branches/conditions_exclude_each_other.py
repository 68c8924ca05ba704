"""Trap: the layer runs under a condition, the ReLU under its negation."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, recurrent=True):
        super().__init__()
        self.recurrent = recurrent
        self.rnn = nn.GRU(3, 3)  #: layer enc on_output=no

    def forward(self, x):
        if self.recurrent:
            x, _ = self.rnn(x)
        if not self.recurrent:
            x = torch.relu(x)
        return x


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(False)(torch.zeros(5, 2, 3))
