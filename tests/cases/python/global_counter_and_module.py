"""A function that builds its layer once and keeps it in a global."""

import torch
from torch import nn

_CACHE = {}


def encoder():
    if "rnn" not in _CACHE:
        _CACHE["rnn"] = nn.GRU(3, 4)  #: layer enc
    return _CACHE["rnn"]


def run(x):
    out, _ = encoder()(x)
    return torch.relu(out)  #: after enc


# drive: run(torch.zeros(5, 2, 3))
