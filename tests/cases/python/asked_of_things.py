"""hasattr, callable, issubclass and vars, of objects, texts, lists and classes."""

from typing import NamedTuple

import torch
from torch import nn


class Held:
    act = nn.ReLU()

    def __call__(self, x):
        return torch.relu(x)  #: after called


class Called(nn.Module):
    def __init__(self):
        super().__init__()
        self.held = Held()
        self.rnn = nn.GRU(3, 4)  #: layer called on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        for act in ("relu", ["relu"], {}, None, 3):
            if callable(act) or hasattr(act, "relu"):
                out = torch.relu(out)
        if not (callable(self.held) and callable(Held) and callable(torch.relu) and callable(self.forward)):
            out = torch.relu(out)
        return self.held(out) if callable(self.held) else out


class Plain:
    size = 3


class Quiet(nn.Module):
    def __init__(self):
        super().__init__()
        self.plain = Plain()
        self.rnn = nn.GRU(3, 4)  #: layer quiet on_output=no

    def forward(self, x):
        out = self.rnn(x)[0]
        if callable(self.plain) or issubclass(nn.GRU, nn.ReLU) or issubclass(Plain, nn.Module):
            out = torch.relu(out)
        return out


class Classes(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer classes on_output=yes
        self.act = nn.ReLU()

    def forward(self, x):
        out = self.rnn(x)[0]
        if issubclass(Classes, nn.Module) and issubclass(nn.GRU, nn.RNNBase):
            out = self.act(out)  #: after classes
        return out


class Pair(NamedTuple):
    left: int
    right: int


class Pairs(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer pairs on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        pair = Pair(1, 2)
        if isinstance(pair, Pair) and isinstance(pair, tuple) and isinstance(torch.relu, object):
            out = torch.relu(out)  #: after pairs
        return torch.relu(out) if isinstance((1, 2), Pair) or not isinstance(pair, object) else out


class Options:
    def __init__(self):
        self.first = torch.tanh
        self.second = torch.relu


class Looked(nn.Module):
    def __init__(self):
        super().__init__()
        self.options = Options()
        self.rnn = nn.GRU(3, 4)  #: layer looked on_output=yes

    def forward(self, x):
        out = vars(self.options)["first"](self.rnn(x)[0])
        return vars(self.options)["second"](out)  #: after looked


class Open(nn.Module):
    def __init__(self, act=None):
        super().__init__()
        self.act = act
        self.rnn = nn.GRU(3, 4)  #: layer open on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if hasattr(self.act, "inplace"):
            return torch.relu(out)  #: after open if "hasattr"
        return out


# drive: ([net()(torch.zeros(5, 2, 3)) for net in (Called, Quiet, Classes, Looked, Pairs)], Open()(torch.zeros(5, 2, 3)))
# drive: ([net()(torch.zeros(5, 2, 3)) for net in (Called, Quiet, Classes, Looked, Pairs)], Open(nn.ReLU())(torch.zeros(5, 2, 3)))
