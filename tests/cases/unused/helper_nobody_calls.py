"""Trap: a helper with ReLU that nothing calls, beside one that is called."""

import torch
from torch import nn


def rectify(x):
    return torch.relu(x)


def squash(x):
    return torch.tanh(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return squash(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
