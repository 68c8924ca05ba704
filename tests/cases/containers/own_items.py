"""Classes of dicts, lists and layers that say themselves what stands under a key, and ask their base for it."""

from collections import OrderedDict

import torch
from torch import nn


class Makers(OrderedDict):
    def __getitem__(self, key):
        made = super().__getitem__(key)
        cls, options = made if isinstance(made, tuple) else (made, {})
        return cls(**options)


class AnyCase(dict):
    def __getitem__(self, key):
        return dict.__getitem__(self, key.lower())


class Named(dict):
    def __missing__(self, name):
        return getattr(torch, name)


class Rectified(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, torch.relu(value))  #: before third


class Positive(list):
    def append(self, value):
        super().append(torch.relu(value))  #: after first; before second

    def __iter__(self):
        return (x for x in super().__iter__())


class Flat(nn.ModuleList):
    def __getitem__(self, index):
        layer = super().__getitem__(index)
        return lambda x: torch.relu(layer(x))  #: after third


MAKERS = Makers({"relu": (nn.ReLU, {"inplace": False}), "tanh": nn.Tanh, "gelu": nn.GELU})
PLAIN = AnyCase(relu=torch.relu, tanh=torch.tanh)


def activation(name):
    if name in MAKERS:
        return MAKERS[name]
    raise KeyError(name)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 4)  #: layer first
        self.second = nn.GRU(4, 4)  #: layer second on_output=no
        self.third = nn.GRU(3, 4)  #: layer third
        self.fourth = nn.GRU(3, 4)  #: layer fourth on_output=no
        self.act = activation("relu")
        self.other = MAKERS["tanh"]
        self.flat = Flat([nn.Linear(4, 4)])

    def forward(self, x):
        a, _ = self.first(x)
        b = self.act(a)  #: after first defined=13
        c = PLAIN["ReLU"](a)  #: after first
        named = Named(tanh=torch.relu, relu=torch.tanh)
        both = [named["tanh"](a)]  #: after first
        both.append(named["relu_"](named["relu"](a)))  #: after first
        rows = Positive()
        rows.append(a)
        for row in rows:
            d, _ = self.second(row)
        table = Rectified()
        table["d"] = x
        e, _ = self.third(table["d"])
        f, _ = self.fourth(x)
        return both, b, c, d, self.flat[0](e), self.other(f), PLAIN["Tanh"](f)


class Plain(Positive):
    def append(self, value):
        list.append(self, value)


class Silent(nn.Module):
    """The base's own methods, called by name, do no more than those of a list and a dict."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn on_output=no

    def forward(self, x):
        rows, table = Plain([x]), Rectified()
        rows.append(x)
        dict.__setitem__(table, "x", rows[1])
        y, _ = self.rnn(table["x"])
        list.append(rows, y)
        return torch.stack(list(rows) + [torch.tanh(y)])


# drive: Net()(torch.zeros(5, 2, 3)), Silent()(torch.zeros(5, 2, 3))
