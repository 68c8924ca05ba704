"""A function that is set on a class as its ``forward`` is that, whether the class had one of its own or not."""

import torch
from torch import nn


class Loud(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer loud


class Silent(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer silent

    def forward(self, x):
        return self.rnn(x)[0].relu()


def forward(self, x):
    return self.rnn(x)[0].relu()  #: after loud


def without(self, x):
    return self.rnn(x)[0]


Loud.forward = forward
Silent.forward = without


# drive: (Loud()(torch.zeros(3, 2, 3)), Silent()(torch.zeros(3, 2, 3)))
