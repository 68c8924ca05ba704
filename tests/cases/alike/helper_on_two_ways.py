"""A helper is called on both ways with other tensors: the ReLU that it is told by name is applied on each."""

import torch
from torch import nn


def apply(function, x):
    y = x * 2
    return function(y)  #: before rnn


def bend(x, name):
    return apply(getattr(torch, name), x)


class Net(nn.Module):
    def __init__(self, squash=False):
        super().__init__()
        self.squash = squash
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no

    def forward(self, x):
        if self.squash:
            x = bend(torch.tanh(x), "relu")
        else:
            x = bend(torch.sigmoid(x), "relu")
        return self.rnn(x)


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(True)(torch.zeros(5, 2, 4))
