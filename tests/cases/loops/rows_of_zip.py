"""Rows that take turns at one iterator, flags beside a list of open length, and objects that are only indexed."""

import torch
from torch import nn


class Items:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


class Net(nn.Module):
    def __init__(self, count=2):
        super().__init__()
        self.parts = nn.ModuleList()
        for _ in range(count):
            self.parts.append(nn.GRU(4, 4))  #: layer listed
            self.parts.append(nn.ReLU())
        self.cell = nn.GRUCell(4, 4)  #: layer cell
        self.seen = nn.GRUCell(4, 4)  #: layer seen

    def forward(self, xs):
        turns, x = iter(self.parts), xs
        for rnn, act in zip(turns, turns):
            x = act(rnn(x)[0])  #: after listed defined=21; before listed if "again" defined=21
        h = torch.zeros(2, 4)
        for step, is_last in zip(xs, [False] * (len(xs) - 1) + [True]):
            h = self.cell(step, h)
            if is_last:
                h = torch.relu(h)  #: after cell
        for item in Items([self.seen(step, xs[0]) for step in xs]):
            torch.relu(item)  #: after seen
        return x, h


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(1)(torch.zeros(5, 2, 4))
