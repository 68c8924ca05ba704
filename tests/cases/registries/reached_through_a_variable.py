"""Functions that reach a class only through a variable of the module, and models that only a configuration builds."""

import dataclasses

import torch
from torch import nn


class Crnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer crnn

    def forward(self, x):
        return self.rnn(x)[0]


MODELS = {"crnn": Crnn}
REGISTERED = {}


def register(cls):
    REGISTERED[cls.__name__.lower()] = cls
    return cls


@register
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)  #: layer tagger

    def forward(self, x):
        return self.rnn(x)[0]


@dataclasses.dataclass
class Config:
    size: int = 4

    def build(self):
        return nn.LSTM(self.size, self.size)  #: layer built


Known = Config  # a name for types may be a variable


class Configured(nn.Module):
    def __init__(self, config: Known | Config):
        super().__init__()
        self.rnn = config.build()

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after built


def of_table(x):
    return torch.relu(MODELS["crnn"]()(x))  #: after crnn


def of_registry(x):
    return torch.relu(REGISTERED["tagger"]()(x))  #: after tagger


def of_config(x):
    return Configured(Config())(x)


def drive(x):
    of_table(x), of_registry(x), of_config(x)


# drive: drive(torch.zeros(5, 2, 4))
