"""Which name is meant where: locals before globals, class bodies beside methods, closures by name, defaults by value."""

import torch
from torch import nn

size = 4
kind = "global"
act = torch.tanh
len_ = len


def bend(x):
    return torch.relu(x)  #: after bound if "sharp=False"


def late():
    return after_all


after_all = "late"


def counted():
    global size_now
    size_now = 5
    return size_now


def outer(flag):
    kind = "outer"

    def read():
        return kind

    def change():
        nonlocal kind
        kind = "changed"
        return kind

    def hide():
        kind = "inner"
        return kind

    before = read()
    hide()
    middle = read()
    change() if flag else None
    return before, middle, read(), hide()


def defaults(value=size, seen=[]):
    seen.append(value)
    return len(seen)


def closures():
    by_name = [lambda: number for number in range(3)]
    by_value = [lambda number=number: number for number in range(3)]
    return by_name[0](), by_value[0](), by_value[2]()


class Plain:
    size = size + 1
    kind = kind
    double = size * 2
    names = [name for name in ("a", "b")]

    def of_global(self):
        return size, kind

    def of_self(self):
        return self.size, self.kind, self.double


class Net(nn.Module):
    def __init__(self, sharp=False):
        super().__init__()
        self.sharp = sharp
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        plain = Plain()
        if (
            late() == "late"
            and counted() == 5
            and size_now == 5
            and outer(False) == ("outer", "outer", "outer", "inner")
            and outer(True)[2] == "changed"
            and kind == "global"
        ):
            torch.relu(out)  #: after rnn
        if (
            plain.of_global() == (4, "global")
            and plain.of_self() == (5, "global", 10)
            and Plain.names[1] == "b"
            and closures() == (2, 0, 2)
            and len_([1, 2]) == 2
            and __name__ != ""
        ):
            torch.relu(out)  #: after rnn
        name = "first"
        names = [name for name in ("x", "y")]
        [last := letter for letter in "ab"]
        if name == "first" and names[0] == "x" and last == "b":
            torch.relu(out)  #: after rnn
        if name == "y" or size == 5 or Plain.size == 4 or outer(True)[0] == "changed":
            torch.relu(out)
        act(out)
        return self.shadowed(out) + self.unbound(out)

    def shadowed(self, out):
        act = torch.relu
        bend = torch.tanh
        len = max
        if len(1, 3) == 3:
            act(out)  #: after rnn
        return bend(out)

    def unbound(self, out):
        if self.sharp:
            bend = torch.sigmoid
        try:
            return bend(out)
        except UnboundLocalError:
            return torch.relu(out)  #: after rnn if "UnboundLocalError"


class Bound(nn.Module):
    def __init__(self, sharp=False):
        super().__init__()
        self.sharp = sharp
        self.rnn = nn.GRU(3, 4)  #: layer bound on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.sharp:
            bend = torch.sigmoid

            def use(x):
                return bend(x)
        else:
            use = globals()["bend"]
        return use(out)


# drive: (Net()(torch.zeros(5, 2, 3)), Bound()(torch.zeros(5, 2, 3)))
# drive: (Net(True)(torch.zeros(5, 2, 3)), Bound(True)(torch.zeros(5, 2, 3)))
