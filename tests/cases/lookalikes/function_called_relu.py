"""Trap: a local function called relu hides the imported one."""

import torch
from torch import nn
from torch.nn.functional import relu


def relu(x):  # noqa: F811
    return torch.sigmoid(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return relu(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
