"""How fields get their values: plain, called, by field(), inherited, of a class, by keyword, spread, and after all else."""

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

import torch
from torch import nn


def chosen(default="tanh", default_factory=None):
    return torch.relu


def options():
    return {"kind": "relu"}


@dataclass
class Base:
    first: object = torch.tanh
    shared: ClassVar[object] = torch.relu
    count: int = 1


@dataclass
class Sub(Base):
    called: object = chosen(default=torch.tanh)
    made: dict = field(default_factory=options)
    held: object = field(default=torch.relu, repr=False)
    count: int = 2
    late: object = field(init=False, default=None)
    plain = torch.relu

    def __post_init__(self):
        self.late = torch.relu if self.count == 2 else torch.tanh
        self.seeded = self.count + 1


class Triple(NamedTuple):
    one: object
    two: object = torch.tanh
    three: object = None


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        base, sub, other = Base(), Sub(), Sub(torch.relu, 5, **{"held": torch.tanh})
        base.first(out)
        base.shared(out)  #: after rnn
        sub.first(out)
        sub.called(out)  #: after rnn
        sub.held(out)  #: after rnn
        sub.late(out)  #: after rnn
        sub.plain(out)  #: after rnn
        other.first(out)  #: after rnn
        other.held(out)
        other.late(out)
        if (
            base.count == 1
            and sub.count == 2
            and other.count == 5
            and sub.made["kind"] == "relu"
            and sub.seeded == 3
            and other.seeded == 6
            and Sub.shared is torch.relu
            and isinstance(sub, Base)
        ):
            torch.relu(out)  #: after rnn
        triple = Triple(torch.relu, three=torch.sigmoid)
        triple.one(out)  #: after rnn
        triple.two(out)
        triple[0](out)  #: after rnn
        one, two, three = triple
        three(out)
        if len(triple) == 3 and triple._replace(two=1).two == 1 and Triple(1).three is None:
            torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
