"""A name of a class that is bound to something else as well: what a missing library leaves, what a decorator's call makes."""

import torch
from torch import nn


def traced(cls):
    cls.is_traced = True
    return cls


try:
    import json

    class Optional(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = nn.GRU(3, 3)  #: layer optional

        def forward(self, x):
            return torch.relu(self.rnn(x)[0])  #: after optional

except ImportError:
    Optional = None


class Wrapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer wrapped

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after wrapped


Wrapped = traced(Wrapped)


# drive: Optional()(torch.zeros(2, 2, 3)), Wrapped()(torch.zeros(2, 2, 3))
