"""Defaults that are empty: a list that is filled, a dict of arguments, a dict that is asked whether it holds anything."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, act="ReLU", params={}, options={"wide": {"k": 1}}, extra=[]):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = getattr(nn, act)(**params)
        self.options = options
        layers = list(extra)
        layers.append(nn.ReLU())
        self.tail = nn.Sequential(*layers)

    def forward(self, x):
        y = self.act(self.rnn(x)[0])  #: after enc if "act ==" defined=11
        if self.options:
            y = torch.relu(y)  #: after enc if "options"
        if "wide" in self.options:
            y = torch.relu(y)  #: after enc if "options"
        return self.tail(y)  #: after enc defined=14


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("ELU", {"alpha": 2.0}, {})(torch.zeros(5, 2, 3))
