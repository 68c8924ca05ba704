"""A wrapper finds what it does not have itself in the model that it wraps."""

import torch
from torch import nn


class Core(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc

    def encode(self, x):
        return self.rnn(x)[0]


class Wrapper(nn.Module):
    def __init__(self):
        super().__init__()
        self.core = Core()

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            return getattr(self.core, name)

    def forward(self, x):
        return torch.relu(self.encode(x))  #: after enc


# drive: Wrapper()(torch.zeros(5, 2, 3))
