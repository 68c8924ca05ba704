"""An annotation that names what others are derived from says nothing of what is handed over."""

import abc

import torch
from torch import nn


class Refusing(nn.Module):
    def forward(self, x):
        raise NotImplementedError("derive from this")


class Silent(nn.Module):
    def forward(self, x):
        """What a derived class makes of it."""


class Abstract(nn.Module):
    @abc.abstractmethod
    def embed(self, x):
        return x

    def forward(self, x):
        return self.embed(x)


class Encoder(nn.Module):
    def __init__(self, first: Refusing, second: Silent, third: Abstract):
        super().__init__()
        self.first = first
        self.second = second
        self.third = third
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        x = self.third(self.second(self.first(torch.relu(x))))  #: before enc maybe "first"
        return torch.relu(self.rnn(x)[0])  #: after enc


# drive: Encoder(nn.Identity(), nn.Identity(), nn.Identity())(torch.zeros(5, 2, 3))
