"""Dicts that make what is missing in them."""

from collections import defaultdict

import torch
from torch import nn


class Chosen(nn.Module):
    def __init__(self, bends=False):
        super().__init__()
        self.bends = bends
        self.rnn = nn.GRU(4, 4)  #: layer chosen
        self.behind = nn.GRU(4, 4)  #: layer behind on_output=no

    def forward(self, x):
        y = self.rnn(x)[0]
        seen = defaultdict(list)
        if self.bends:
            seen["all"].append(torch.relu(y))  #: after chosen if "bends"; before behind if "bends"
        seen["all"].append(y)
        seen["first"].append(y)
        seen["second"].append(y)
        seen["first" if self.bends else "second"].append(y)
        return self.behind(torch.cat(seen["all"]))[0], self.behind(torch.cat(seen["first"]))[0]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.aux = nn.GRU(4, 4)  #: layer aux on_output=no

    def forward(self, x, name):
        y, z = self.rnn(x)[0], self.aux(x)[0]
        seen = defaultdict(list, {"first": [z]})
        seen["states"].append(y)
        seen["others"].append(z)
        nested = defaultdict(lambda: defaultdict(list))
        nested[name]["states"].append(y)
        sums = defaultdict(float)
        sums["loss"] += z.sum()
        at_all = torch.relu(torch.stack(seen["states"]))  #: after rnn
        torch.relu(torch.stack(nested[name]["states"]))  #: after rnn
        return at_all, seen["others"], seen["first"], sums, seen["nothing"]


# drive: Net()(torch.zeros(5, 2, 4), "a"), Chosen()(torch.zeros(5, 2, 4))
# drive: Net()(torch.zeros(5, 2, 4), "a"), Chosen(True)(torch.zeros(5, 2, 4))
