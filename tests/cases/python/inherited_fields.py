"""Fields of a base come first; a constructor of one's own stands instead of that from the fields."""

import collections
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from types import SimpleNamespace
from typing import NamedTuple

import torch
from torch import nn


@dataclass
class Base:
    first: object
    second: object = torch.tanh


@dataclass
class Child(Base):
    third: object = field(default=torch.sigmoid)


@dataclass
class Own(Base):
    third: object = torch.tanh

    def __init__(self, act):
        self.first, self.second = torch.tanh, act


@dataclass
class Nested:
    inner: Base
    many: list
    pair: tuple


Listed = collections.namedtuple("Listed", ["first", "second"])
Spelled = collections.namedtuple("Spelled", "first, second")
Short = collections.namedtuple("Short", "first second", defaults=[None])
Typed = NamedTuple("Typed", [("first", object), ("second", object)])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.child, self.own = Child(torch.tanh, torch.relu), Own(torch.relu)
        self.table = asdict(Nested(Base(1, 2), [Base(3, 4)], (Base(5, 6),)))
        self.space = SimpleNamespace(**{"fold": torch.tanh, "bend": torch.relu})
        self.kept, _ = deepcopy((self.child, 1))

    def forward(self, x):
        out = self.rnn(x)[0]
        for act in (self.child.first, self.child.third, self.own.first, self.own.third, self.space.fold):
            out = act(out)
        if self.table["inner"]["first"] == 3 or self.table["many"][0]["second"] == 2 or self.table["pair"][0]["first"] == 1:
            torch.relu(out)
        if self.table["inner"]["first"] == 1 and self.table["many"][0]["second"] == 4:
            torch.relu(out)  #: after rnn
        self.kept.second = torch.tanh
        self.kept.second(out)
        for kind in (Listed, Spelled, Typed):
            held = kind(x, second=out)
            torch.relu(held.first)
            torch.relu(held.second)  #: after rnn
        if Short(out).second is not None:
            torch.relu(out)
        torch.relu(Short(out).first)  #: after rnn
        self.space.bend(out)  #: after rnn
        self.own.second(out)  #: after rnn
        return self.child.second(out)  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
