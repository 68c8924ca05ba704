"""What functions that the top level of a module calls make of its tables, flags, classes and names, before any model is built."""

from types import SimpleNamespace

import torch
from torch import nn

ACTS = {"a": torch.tanh, "b": torch.relu}
LAYERS = {}
POST = []
ON = set()
OPTIONS = SimpleNamespace(first="tanh", second="relu")
CHOSEN = torch.tanh


class Defaults:
    act = torch.tanh
    late = torch.relu


def register(name, made):
    ACTS[name] = made


def keep(name, made, table=LAYERS):
    table[name] = made


def register_all():
    register("c", torch.relu)


def after(function):
    POST.append(function)


def switch(names):
    for name in names:
        ON.add(name)


def choose(options, cls, function):
    global CHOSEN
    CHOSEN = function
    options.first = "relu"
    cls.act, cls.late = function, torch.tanh


register("a", torch.relu)
register("b", torch.tanh)
register_all()
keep("gru", nn.GRU)
for function in (torch.tanh, torch.relu):
    after(function)
switch(["relu"])
choose(OPTIONS, Defaults, torch.relu)
setattr(OPTIONS, "second", "tanh")


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = LAYERS["gru"](3, 4)  #: layer rnn

    def forward(self, x):
        y, _ = self.rnn(x)
        a = ACTS["a"](y)  #: after rnn
        b = ACTS["b"](y)
        c = ACTS["c"](y)  #: after rnn
        d = y
        for step in POST:
            d = step(d)  #: after rnn
        e = torch.relu(y) if "relu" in ON else torch.relu(x)  #: after rnn
        f = CHOSEN(y)  #: after rnn
        g = Defaults.act(y)  #: after rnn
        h = getattr(torch, OPTIONS.first)(y)  #: after rnn
        return a, b, c, d, e, f, g, h, Defaults.late(y), getattr(torch, OPTIONS.second)(y)


# drive: Net()(torch.zeros(5, 2, 3))
