"""Members of enumerations of numbers are numbers, flags are held by others and put together, and auto() counts."""

from enum import Enum, Flag, IntEnum, auto

import torch
from torch import nn


class Mode(IntEnum):
    SOFT = 0
    HARD = auto()


class Opt(Flag):
    NORM = auto()
    RELU = auto()
    TANH = auto()


class Kind(Enum):
    FIRST = auto()
    SECOND = 7
    THIRD = auto()


OPTS = Opt.NORM | Opt.TANH
ACTS = [torch.sigmoid, torch.relu]


def loud(x):
    y = nn.GRU(3, 4)(x)[0]  #: layer loud
    y = ACTS[Mode.HARD](y)  #: after loud
    y = ACTS[Mode.SOFT + 1](y)  #: after loud
    if Opt.NORM in OPTS and Opt.TANH.value == 4 and OPTS & Opt.NORM is Opt.NORM:
        y = y.relu()  #: after loud
    if (Opt.RELU | OPTS) & Opt.RELU and Opt.RELU in Opt.RELU and Kind.THIRD.value == 8 and Kind(1) is Kind.FIRST:
        y = y.relu()  #: after loud
    return y


def silent(x):
    y = nn.GRU(3, 4)(x)[0]  #: layer silent
    y = ACTS[Mode.SOFT](y)
    if Opt.RELU in OPTS or Opt.RELU & OPTS or OPTS ^ OPTS or Opt.NORM.value == Opt.RELU.value:
        y = y.relu()
    return y


# drive: (loud(torch.zeros(5, 2, 3)), silent(torch.zeros(5, 2, 3)))
