"""Hooks: before a layer, which may give a tuple, one value or nothing; other entries run none."""

import torch
from torch import nn


def bent(module, args):
    return (torch.relu(args[0]),)  #: after wrapped


def bare(module, args):
    return torch.relu(args[0])  #: after single


def nothing(module, args):
    torch.tanh(args[0])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.wrapped = nn.GRU(3, 4)  #: layer wrapped on_output=yes
        self.single = nn.GRU(3, 4)  #: layer single on_output=yes
        self.plain = nn.GRU(3, 4)  #: layer plain on_output=no
        self.first, self.second, self.third = nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4)
        self.first.register_forward_pre_hook(bent)
        self.second.register_forward_pre_hook(bare)
        self.third.register_forward_pre_hook(nothing)

    def forward(self, x):
        one = self.first(self.wrapped(x)[0])
        two = self.second(self.single(x)[0])
        return one + two + self.third(self.plain(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
