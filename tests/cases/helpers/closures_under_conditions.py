"""A closure, or a helper that is told a name, acts on the way that it is called on: what it does is not known of others."""

import random

import torch
from torch import nn


def named(x, name):
    return getattr(torch, name)(x)  #: after helper if "gate=True"


class Closure(nn.Module):
    def __init__(self, gate=False):
        super().__init__()
        self.gate = gate
        self.rnn = nn.GRU(4, 4)  #: layer closure on_output=sometimes
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU())

    def forward(self, x):
        out, _ = self.rnn(x)
        post = lambda t: self.head(t)  #: after closure if "gate=True" defined=18
        if self.gate:
            out = post(out)
        return out


class Helper(nn.Module):
    def __init__(self, gate=False):
        super().__init__()
        self.gate = gate
        self.rnn = nn.GRU(4, 4)  #: layer helper on_output=sometimes

    def forward(self, x):
        out, _ = self.rnn(x)
        return named(out, "relu") if self.gate else out


def pick():
    return random.choice(["a", "b"])


class Picked(nn.Module):
    """Two draws need not agree."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer picked

    def forward(self, x):
        first, second = pick(), pick()
        out, _ = self.rnn(x)
        return torch.relu(out) if first == "a" and second == "b" else out  #: after picked if "random.choice"


class Last(nn.Module):
    """The walk asks which one it is, among what a list holds."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer last
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(4)])

    def forward(self, x):
        out, _ = self.rnn(x)
        for layer in self.layers:
            if layer is self.layers[-1]:
                out = torch.relu(out)  #: after last
        return out


# drive: [net(torch.zeros(5, 2, 4)) for net in (Closure(True), Helper(True), Last())]
# drive: [net(torch.zeros(5, 2, 4)) for net in (Closure(), Helper(), Last())]
# drive: Last()(torch.zeros(5, 2, 4)), [Picked()(torch.zeros(5, 2, 4)) for _ in range(60)]
