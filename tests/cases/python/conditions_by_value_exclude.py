"""Trap: one argument cannot have two values at once."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, mode):
        super().__init__()
        self.mode = mode
        self.rnn = nn.GRU(3, 3)  #: layer enc

    def forward(self, x):
        if self.mode == "rnn":
            x, _ = self.rnn(x)
        elif self.mode == "both":
            x, _ = self.rnn(x)
            x = torch.relu(x)  #: after enc if "mode"
        if self.mode == "plain":
            x = torch.relu(x)
        return x


# drive: Net("rnn")(torch.zeros(5, 2, 3))
# drive: Net("both")(torch.zeros(5, 2, 3))
# drive: Net("plain")(torch.zeros(5, 2, 3))
