"""Tuples, lists and unlike things compared: part by part where that is known."""

import random

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind="tanh", last=False, size=3, sizes=None):
        super().__init__()
        self.pair, self.size = (kind, last), size
        self.sizes = sizes or ()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if (1, 2) == (1, 3) or (1, 2) == (1, 2, 3) or "a" == 1 or (1,) != (1,):
            out = torch.relu(out)
        if self.pair == ("relu", True):
            out = torch.relu(out)  #: after rnn if "kind"
        if self.pair == ("relu", True, 1):
            out = torch.relu(out)
        if self.size in (4, 5):
            out = torch.relu(out)  #: after rnn if "size"
        if 3 in [1, 2] or "a" not in {"a": 1} or 2 > 3 or 2 < 2:
            out = torch.relu(out)
        if (1, 2) == (1, 2) and 3 in [1, 3] and "b" not in {"a": 1} and 2 < 3 and 2 <= 2:
            out = torch.relu(out)  #: after rnn
        if tuple(self.sizes) == (3,):
            out = torch.relu(out)  #: after rnn if "sizes"
        if random.random() < 0.5:
            out = torch.relu(out)  #: after rnn if "random"
        return out


# drive: (__import__("random").seed(1), Net()(torch.zeros(5, 2, 3)))
# drive: Net("relu", True)(torch.zeros(5, 2, 3))
# drive: Net("relu", False)(torch.zeros(5, 2, 3))
# drive: (__import__("random").seed(3), Net(size=5, sizes=[3])(torch.zeros(5, 2, 3)))
