"""What objects and classes answer, by all the ways in which a class may say it: each test holds, so each ReLU is applied."""

import operator
from enum import Enum

import torch
from torch import nn


class Plain:
    size = 3

    def __init__(self):
        self.kind = "a"

    @property
    def twice(self):
        return self.size * 2

    @staticmethod
    def fixed(a=1):
        return a

    @classmethod
    def named(cls):
        return cls.__name__

    def step(self):
        return 1

    def __getitem__(self, i):
        return i + 1

    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        return 9

    def __neg__(self):
        return 1

    def __pos__(self):
        return 2

    def __invert__(self):
        return 3

    def __add__(self, other):
        return other + 1

    def __radd__(self, other):
        return other + 2

    def __iadd__(self, other):
        return other + 3


class Sub(Plain):
    size = 5

    def __init__(self):
        super().__init__()
        self.other = super().fixed(8)


class Late:
    def __getattr__(self, name):
        return name


class Guarded:
    def __init__(self):
        self._held = 1

    @property
    def held(self):
        return self._held

    @held.setter
    def held(self, value):
        self._held = value + 1


class Kind(Enum):
    A = "a"
    B = "b"


def many(a, b=2, *rest, c=3, **others):
    return (a, b, rest, c, others)



class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        plain, sub, late, guarded = Plain(), Sub(), Late(), Guarded()
        guarded.held = 4
        grown = plain
        grown += 1
        if (
            plain.twice == 6
            and sub.twice == 10
            and Plain.size == 3
            and sub.size == 5
            and sub.kind == "a"
            and late.anything == "anything"
            and guarded.held == 5
        ):
            torch.relu(out)  #: after rnn
        if (
            plain.fixed() == 1
            and Plain.fixed(4) == 4
            and plain.named() == "Plain"
            and Sub.named() == "Sub"
            and sub.named() == "Sub"
            and sub.other == 8
            and Plain.__name__ == "Plain"
        ):
            torch.relu(out)  #: after rnn
        if (
            plain[3] == 4
            and len(plain) == 9
            and list(plain)[1] == 2
            and -plain == 1
            and +plain == 2
            and ~plain == 3
            and plain + 1 == 2
            and 1 + plain == 3
            and grown == 4
        ):
            torch.relu(out)  #: after rnn
        if (
            Kind("a") is Kind.A
            and Kind["B"] is Kind.B
            and Kind.A.value == "a"
            and Kind.B.name == "B"
            and Kind.A != Kind.B
        ):
            torch.relu(out)  #: after rnn
        if (
            operator.itemgetter(1)([1, 2]) == 2
            and operator.itemgetter(1, 0)([1, 2]) == (2, 1)
            and operator.attrgetter("kind")(plain) == "a"
            and operator.methodcaller("step")(plain) == 1
            and operator.methodcaller("get", "a")({"a": 1}) == 1
        ):
            torch.relu(out)  #: after rnn
        if (
            many(1)[1] == 2
            and many(1, 5)[1] == 5
            and many(1, 5, 6)[2][0] == 6
            and len(many(1, 5, 6)[2]) == 1
            and many(1, c=9)[3] == 9
            and many(1, d=8)[4]["d"] == 8
            and many(*[1, 7])[1] == 7
            and many(**{"a": 1, "b": 6})[1] == 6
            and many(b=4, a=3)[0] == 3
            and (lambda *a, **k: len(a) + len(k))(1, 2, z=3) == 3
        ):
            torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
