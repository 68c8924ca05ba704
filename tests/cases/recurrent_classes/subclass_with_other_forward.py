"""Trap: the subclass replaces forward and never calls the inherited one, so its output is no recurrent output."""

import torch
from torch import nn


class Fake(nn.GRU):
    def forward(self, x, h=None):
        return x * 2, h


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = Fake(3, 4)  #: layer enc on_output=no called=false

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.relu(out)


# drive: Net()(torch.zeros(5, 2, 3))
