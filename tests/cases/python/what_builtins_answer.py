"""What Python's own functions answer of things that are known: each test holds, so each ReLU is applied."""

import itertools
from collections import namedtuple
from dataclasses import asdict, dataclass, field, replace
from functools import partial, reduce
from types import SimpleNamespace

import torch
from torch import nn

Point = namedtuple("Point", "a b")
Pair = namedtuple("Pair", ["c", "d"])


class Plain:
    def __init__(self):
        self.kind = "a"

    def step(self):
        return 1


class Sub(Plain):
    pass


@dataclass
class Held:
    a: int = 1
    b: list = field(default_factory=list)


def five():
    return 5



class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        plain, sub, held = Plain(), Sub(), Held(b=[1, Held(2)])
        if (
            type([]) is list
            and type(()) is tuple
            and type({1}) is set
            and type([]) is not tuple
            and type(plain) is Plain
            and type(sub) is not Plain
            and type(plain).__name__ == "Plain"
            and plain.__class__ is Plain
        ):
            torch.relu(out)  #: after rnn
        if (
            isinstance(sub, Plain)
            and not isinstance(plain, Sub)
            and issubclass(Sub, Plain)
            and not issubclass(Plain, Sub)
            and isinstance(Plain, type)
            and isinstance((), (list, tuple))
            and not isinstance([], tuple)
            and not isinstance({}, list)
            and not isinstance(1, bool)
        ):
            torch.relu(out)  #: after rnn
        if (
            callable(five)
            and callable(partial(five))
            and callable(plain.step)
            and callable(lambda: 1)
            and callable(Plain)
            and not callable(plain)
            and not callable(())
            and not callable("a")
        ):
            torch.relu(out)  #: after rnn
        if (
            max(1, 2) == 2
            and min(2, 1) == 1
            and max(1, 2, 5.5) == 5.5
            and sum([1, 2]) == 3
            and sum((1, 2.5)) == 3.5
            and int("3") == 3
            and int(2.5) == 2
            and int() == 0
            and str() == ""
            and str(3) == "3"
            and float("0.5") == 0.5
        ):
            torch.relu(out)  #: after rnn
        if (
            len(range(3)) == 3
            and len(range(1, 3)) == 2
            and len(range(5, 0, -2)) == 3
            and list(range(3))[2] == 2
            and [i for i in range(4, 1, -1)][1] == 3
            and len({1, 2}) == 2
        ):
            torch.relu(out)  #: after rnn
        if (
            list(enumerate("ab", 3))[1][0] == 4
            and list(enumerate("ab", start=2))[0] == (2, "a")
            and list(enumerate("ab"))[1] == (1, "b")
            and list(zip("ab", (1, 2)))[1] == ("b", 2)
            and len(list(zip("abc", (1, 2)))) == 2
            and list(zip(*[(1, 2), (3, 4)]))[0] == (1, 3)
            and list(reversed([1, 2]))[0] == 2
            and tuple(reversed((1, 2))) == (2, 1)
            and sorted([1])[0] == 1
        ):
            torch.relu(out)  #: after rnn
        if (
            list(map(lambda a: a + 1, [1, 2]))[1] == 3
            and list(map(lambda a, b: a + b, [1, 2], [3, 4]))[1] == 6
            and list(filter(None, [0, 1]))[0] == 1
            and len(list(filter(lambda a: a > 1, [1, 2, 3]))) == 2
            and reduce(lambda a, b: a * b, [2, 3, 4]) == 24
            and reduce(lambda a, b: a + b, [2, 3], 10) == 15
            and next(iter([1, 2])) == 1
            and next(iter([]), 7) == 7
        ):
            torch.relu(out)  #: after rnn
        if (
            list(itertools.chain([1], [2]))[1] == 2
            and list(itertools.chain.from_iterable([[1], [2, 3]]))[2] == 3
            and list(itertools.repeat(4, 2))[1] == 4
            and len(list(itertools.repeat(4, times=2))) == 2
        ):
            torch.relu(out)  #: after rnn
        if (
            bool([1])
            and not bool([])
            and not bool()
            and any([0, 1])
            and not any([0, 0])
            and all([1, 1])
            and not all([1, 0])
            and not any(())
            and all(())
        ):
            torch.relu(out)  #: after rnn
        if (
            getattr(plain, "kind") == "a"
            and getattr(plain, "none", 3) == 3
            and hasattr(plain, "kind")
            and not hasattr(plain, "other")
            and vars(plain)["kind"] == "a"
            and plain.__dict__["kind"] == "a"
            and globals()["five"]() == 5
            and SimpleNamespace(a=1).a == 1
        ):
            torch.relu(out)  #: after rnn
        if (
            Point(1, 2).b == 2
            and Point(b=1, a=2).a == 2
            and Pair(1, 2).d == 2
            and Point(1, 2)._replace(a=5).a == 5
            and Point(1, 2)._replace(a=5).b == 2
            and Point(1, 2)._asdict()["b"] == 2
        ):
            torch.relu(out)  #: after rnn
        if (
            replace(held, a=4).a == 4
            and replace(held, a=4).b[0] == 1
            and asdict(held)["a"] == 1
            and asdict(held)["b"][1]["a"] == 2
            and asdict(held)["b"][0] == 1
            and len(held.b) == 2
            and not Held().b
        ):
            torch.relu(out)  #: after rnn
        if (
            dict(a=1)["a"] == 1
            and dict([("a", 1)])["a"] == 1
            and dict({"a": 1}, b=2)["b"] == 2
            and dict({"a": 1}, b=2)["a"] == 1
            and list({"a": 1})[0] == "a"
            and list({"a": 1}.items())[0] == ("a", 1)
            and list({"a": 1}.values())[0] == 1
            and "a" in {"a": 1}
            and "b" not in {"a": 1}
        ):
            torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
