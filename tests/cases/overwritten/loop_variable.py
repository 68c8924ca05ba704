"""Trap: after the loop the name holds the last item, not the output."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        y, _ = self.rnn(x)
        kept = y
        for y in (x, x * 2):
            y = y + 1
        return torch.relu(y), kept


# drive: Net()(torch.zeros(5, 2, 3))
