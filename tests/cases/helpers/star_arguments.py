"""Values handed on through *args and **kwargs."""

import torch
from torch import nn


def combine(*parts, **named):
    return torch.relu(parts[1] + named["bias"])  #: after enc; before dec


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.GRU(3, 4)  #: layer enc
        self.side = nn.GRU(3, 4)  #: layer side on_output=no
        self.dec = nn.GRU(4, 4)  #: layer dec on_output=no

    def forward(self, x):
        parts = [self.side(x)[0], self.enc(x)[0]]
        mixed = combine(*parts, **{"bias": 1.0})
        return parts[0], self.dec(mixed)[0]


# drive: Net()(torch.zeros(5, 2, 3))
