"""Each spelling of an annotation that names one class of layers says what is handed over; two classes, or a list, do not."""

from __future__ import annotations

import typing
from typing import Optional, Union

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


class Other(nn.Module):
    def forward(self, x):
        return x


def quoted(net: "Net", x):
    return torch.relu(net(x))  #: after enc


def quoted_option(net: "Optional[Net]", x):
    return torch.relu(net(x))  #: after enc


def optional(net: Optional[Net], x):
    return torch.relu(net(x))  #: after enc


def dotted(net: typing.Optional[Net], x):
    return torch.relu(net(x))  #: after enc


def or_none(net: Net | None, x):
    return torch.relu(net(x))  #: after enc


def none_or(net: None | Net, x):
    return torch.relu(net(x))  #: after enc


def either(net: Net | Other, x):
    return torch.relu(net(x))


def quoted_either(net: "Net | Other", x):
    return torch.relu(net(x))


def union(net: Union[Net, Other], x):
    return torch.relu(net(x))


def listed(nets: list[Net], x):
    return torch.relu(nets[0](x))


def each(*nets: Net):
    return torch.relu(nets[0](torch.zeros(5, 2, 3)))


def named(**nets: Net):
    return torch.relu(nets["a"](torch.zeros(5, 2, 3)))


def run():
    x = torch.zeros(5, 2, 3)
    for function in (quoted, quoted_option, optional, dotted, or_none, none_or):
        function(Net(), x)
    for function in (either, quoted_either, union):
        function(Other(), x)
    listed([Other()], x), each(Other()), named(a=Other())


# drive: run()
