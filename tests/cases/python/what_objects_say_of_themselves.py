"""An object is true, equal and contained as its class says; members of enumerations of texts and numbers are what they stand for."""

from dataclasses import dataclass
from enum import Enum, IntEnum

import torch
from torch import nn


class Name(str, Enum):
    BEND = "relu"
    FOLD = "tanh"


class Size(int, Enum):
    ONE = 1


class Count(IntEnum):
    NONE = 0
    TWO = 2


class Bare(Enum):
    NONE = 0


class Never:
    def __bool__(self):
        return False


class Empty:
    def __len__(self):
        return 0


class Full:
    def __len__(self):
        return 2


class Both(Full):
    def __bool__(self):
        return False


class Plain:
    pass


class Equal:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number


class Holder:
    def __init__(self, *held):
        self.held = held

    def __contains__(self, one):
        return one in self.held


@dataclass
class Point:
    x: int = 0


class Net(nn.Module):
    def __init__(self, number=1):
        super().__init__()
        self.number = number
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        name = Name.BEND
        if (
            name == "relu"
            and "relu" == name
            and name != "tanh"
            and name is Name.BEND
            and name == Name.BEND
            and name in ("relu", "x")
            and name not in ("tanh", "x")
            and Name("tanh") == "tanh"
            and {"relu": 4}[name] == 4
        ):
            torch.relu(out)  #: after rnn
        if (
            Size.ONE == 1
            and Count.TWO == 2
            and Count.TWO > 1
            and Count.TWO in (1, 2)
            and Count.TWO
            and not Count.NONE
            and Bare.NONE
            and Bare.NONE != 0
        ):
            torch.relu(out)  #: after rnn
        if not Never() and not Empty() and not Both() and Full() and Plain() and bool(Full()) and not bool(Never()):
            torch.relu(out)  #: after rnn
        if name is "relu" or name == "other" or Bare.NONE == 0 or Plain() == Plain():
            torch.relu(out)
        if Equal(self.number) == Equal(1) and Point(self.number) == Point(1):
            torch.relu(out)  #: after rnn if "Equal(self.number) == Equal(1)"
        if self.number in Holder(1, 5):
            torch.relu(out)  #: after rnn if "self.number in Holder(1, 5)"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(2)(torch.zeros(5, 2, 3))
