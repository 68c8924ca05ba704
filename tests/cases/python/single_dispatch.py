"""What is built is chosen by the type of a configuration, and what is done by the type of what comes."""

from dataclasses import dataclass
from functools import singledispatch, singledispatchmethod

import torch
from torch import nn


@dataclass
class Dense:
    width: int


@dataclass
class Recurrent(Dense):
    layers: int = 1


@singledispatch
def build(config):
    raise TypeError(type(config))


@build.register
def _(config: Recurrent):
    return nn.LSTM(config.width, config.width, config.layers)  #: layer enc


@build.register(Dense)
def _(config):
    return nn.Sequential(nn.Linear(config.width, config.width), nn.ReLU())


class Net(nn.Module):
    def __init__(self, width=3):
        super().__init__()
        self.first, self.second = build(Dense(width)), build(Recurrent(width))

    @singledispatchmethod
    def finish(self, value):
        return torch.relu(value)

    @finish.register
    def _(self, value: tuple):
        return torch.tanh(value[0])

    def forward(self, x):
        return self.finish(self.second(self.first(x)))  #: before enc defined=32


# drive: Net()(torch.zeros(5, 2, 3))
