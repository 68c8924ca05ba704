"""Classes and functions that a text names, looked up in the module itself, among the loaded modules, or by ``eval``."""

import sys

import torch
import torch.nn.functional as F
from torch import nn


class Encoder(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.lstm = nn.LSTM(dim, 4)  #: layer lstm

    def forward(self, x):
        return self.lstm(x)[0]


class Twin(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.gru = nn.GRU(dim, 4)  #: layer gru

    def forward(self, x):
        return self.gru(x)[0]


CONFIG = {"encoder": {"name": "Encoder"}}


def of_globals(config, **extra):
    return globals()[config["name"]](**extra)


def of_modules(name, **extra):
    return getattr(sys.modules[__name__], name)(**extra)


def evaluated(name, **extra):
    return eval(name)(**extra)


class FromGlobals(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.enc = of_globals(config["encoder"], dim=3)

    def forward(self, x):
        return torch.relu(self.enc(x))  #: after lstm


class FromModules(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.enc = of_modules(name, dim=3)

    def forward(self, x):
        return torch.relu(self.enc(x))  #: after gru


class Evaluated(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.enc = evaluated(name, dim=3)

    def forward(self, x):
        return torch.relu(self.enc(x))  #: after gru


class Kinds(nn.Module):
    def __init__(self, kind, act="relu"):
        super().__init__()
        self.rnn = eval(f"nn.{kind}")(3, 4)  #: layer kinds
        self.act = eval("F." + act)
        self.called = eval("nn.ReLU()")

    def forward(self, x):
        y = self.rnn(x)[0]
        return self.act(y) - self.called(x).sum()  #: after kinds


def main():
    x = torch.zeros(5, 2, 3)
    FromGlobals(CONFIG)(x)
    FromModules("Twin")(x)
    Evaluated("Twin")(x)
    Kinds("GRU")(x)


# drive: main()
