"""What an open list of kinds says of one round it need not say of the next one: a layer may come before or behind another."""

import torch
from torch import nn


class Built(nn.Module):
    def __init__(self, pattern):
        super().__init__()
        layers = []
        for kind in pattern:
            if kind == "R":
                layers.append(nn.GRU(4, 4))  #: layer built
            elif kind == "A":
                layers.append(nn.ReLU())
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        for layer in self.layers:
            y = layer(x)  #: after built if "loop runs again" defined=15; before built if "loop runs again" defined=15
            x = y[0] if isinstance(y, tuple) else y
        return x


class Run(nn.Module):
    def __init__(self, kinds):
        super().__init__()
        self.kinds = kinds
        self.rnn = nn.GRU(4, 4)  #: layer run
        self.act = nn.ReLU()

    def forward(self, x):
        for kind in self.kinds:
            if kind == "rnn":
                x = self.rnn(x)[0]
            else:
                x = self.act(x)  #: after run if "kind" defined=30; before run if "kind" defined=30
        return x


class Alike(nn.Module):
    """Whether the layers bend is one choice for all of them."""

    def __init__(self, kinds, bends=False):
        super().__init__()
        self.kinds = kinds
        self.rnn = nn.GRU(4, 4)  #: layer alike
        self.act = nn.ReLU() if bends else nn.Tanh()

    def forward(self, x):
        for _ in self.kinds:
            x = self.act(self.rnn(x)[0])  #: after alike if "bends" defined=48; before alike if "bends" defined=48
        return x


class Same(nn.Module):
    """All kinds are the same one."""

    def __init__(self, kinds, bends=False):
        super().__init__()
        self.bends = bends
        self.kinds = ["relu" if bends else "tanh" for _ in kinds]
        self.rnn = nn.GRU(4, 4)  #: layer same

    def forward(self, x):
        y = self.rnn(x)[0]
        for kind in self.kinds:
            if kind == "relu":
                y = torch.relu(y)  #: after same if "bends"
        return y if self.bends else self.rnn(y)


def drive(pattern, kinds, bends):
    x = torch.zeros(5, 2, 4)
    Built(pattern)(x), Run(kinds)(x), Alike(kinds, bends)(x), Same(kinds, bends)(x)


# drive: drive("RAR", ["rnn", "act", "rnn"], True)
# drive: drive("R", ["rnn"], False)
