"""Subclasses that only their base knows: what names nothing but the base makes one of them."""

import torch
from torch import nn


class Spotter(nn.Module):
    registry = {}

    def __init_subclass__(cls, key=None, **options):
        super().__init_subclass__(**options)
        if key is not None:
            Spotter.registry[key] = cls

    @classmethod
    def create(cls, key, **options):
        return cls.registry[key](**options)

    def forward(self, x):
        return self.classify(x)


class Plain(Spotter, key="plain"):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 3)

    def classify(self, x):
        return self.out(x)


class Recurrent(Spotter, key="recurrent"):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer hidden

    def classify(self, x):
        return self.rnn(x)[0]


def recurrent(x):
    return torch.relu(Spotter.create("recurrent")(x) - 1)  #: after hidden


def plain(x):
    return torch.relu(Spotter.create("plain")(x) - 1)


# drive: recurrent(torch.zeros(5, 2, 3)), plain(torch.zeros(5, 2, 3))
