"""Trap: a default argument binds the value of that moment, which is the plain input."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        value = x

        def finish(value=value):
            return torch.relu(value)

        value, _ = self.rnn(x)
        return finish(), value


# drive: Net()(torch.zeros(5, 2, 3))
