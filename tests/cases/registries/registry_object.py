"""A registry class with a register decorator and a build method."""

import torch
from torch import nn


class Registry:
    def __init__(self):
        self._classes = {}

    def register(self, cls):
        self._classes[cls.__name__] = cls
        return cls

    def build(self, name, **kwargs):
        return self._classes[name](**kwargs)


HEADS = Registry()


@HEADS.register
class ReluHead(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after enc


@HEADS.register
class PlainHead(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def forward(self, x):
        return x * self.scale


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.GRU(3, 4)  #: layer enc
        self.other = nn.GRU(3, 4)  #: layer other on_output=no
        self.head = HEADS.build("ReluHead")
        self.plain = HEADS.build("PlainHead", scale=2.0)

    def forward(self, x):
        return self.head(self.enc(x)[0]), self.plain(self.other(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
