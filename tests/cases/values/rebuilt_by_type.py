"""Containers that are built anew by the type of the old one, whatever that is."""

from collections import namedtuple

import torch
from torch import nn

Pair = namedtuple("Pair", "out state")


def moved(data, device):
    if isinstance(data, tuple) and type(data) is not tuple:
        return type(data)(*[moved(item, device) for item in data])
    if isinstance(data, (list, tuple)):
        return type(data)(moved(item, device) for item in data)
    return data.to(device)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x):
        pair = moved(Pair(*self.rnn(x)), "cpu")
        one = torch.relu(pair.out)  #: after rnn
        rows = moved([one, pair.state], "cpu")
        return torch.relu(rows[1]), moved(x, "cpu")  #: after rnn


# drive: Net()(torch.rand(3, 2, 4))
