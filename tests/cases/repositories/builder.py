"""A builder with **kwargs and a block list edited by insert, extend and slices; only what is left in the end counts."""

import torch
from torch import nn


class Builder:
    def __init__(self, **defaults):
        self.defaults = defaults
        self.layers = []

    def linear(self, i, o, **kwargs):
        opts = {**self.defaults, **kwargs}
        self.layers.append(nn.Linear(i, o, bias=opts.get("bias", True)))
        if opts.get("act"):
            self.layers.append(opts["act"]())
        return self

    def build(self):
        return nn.Sequential(*self.layers)


class Pick(nn.Module):
    def __init__(self, index=0):
        super().__init__()
        self.index = index

    def forward(self, output):
        return output[self.index]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = Builder(bias=False, act=nn.ReLU).linear(3, 4).linear(4, 4, act=nn.Tanh).build()
        rnn = nn.Sequential(nn.GRU(4, 4), Pick(0))  #: layer mid
        rnn.extend([nn.ReLU(), nn.GRU(4, 4), Pick(1)])  #: layer top on_output=no
        self.middle = rnn[:2]
        self.top = rnn[3:]
        self.bend = nn.Sequential(nn.Linear(4, 4), nn.Tanh())
        self.bend.insert(1, nn.ReLU())
        self.back = Builder(act=nn.ReLU).linear(4, 4).linear(4, 1, act=None).build()[2:]

    def forward(self, x):
        x = self.front(x)  #: before mid; before top
        x = self.middle(x)
        x = self.bend(x)  #: after mid; before top
        x = self.top(x)
        return self.back(x)


# drive: Net()(torch.rand(3, 2, 3))
