"""Loops of many rounds over numbers: a step loop that does not read its number, and one that does."""

import torch
from torch import nn


class Steps(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer steps
        self.linear = nn.Linear(4, 4)

    def forward(self, x, h):
        outs = []
        for _ in range(10):
            h = self.cell(x, h)
            x = torch.relu(self.linear(h))  #: after steps; before steps
            outs.append(x)
        return torch.stack(outs)


class Timed(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer timed
        self.first = nn.ReLU()
        self.late = nn.ReLU()

    def forward(self, x, h, at=70):
        for step in range(80):
            if step == 0:
                x = self.first(x)  #: before timed defined=26
            h = self.cell(x[step], h)
            if step == at:
                h = self.late(h)  #: after timed if defined=27; before timed if defined=27
        return h


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnns = nn.ModuleList([nn.GRU(4, 4) for _ in range(6)])  #: layer stack
        self.relu = nn.ReLU()
        self.out = nn.LSTM(4, 4)  #: layer out on_output=no

    def forward(self, x):
        for i in range(6):
            x, _ = self.rnns[i](x)
        for _ in range(12):
            x = x + self.relu(x)  #: after stack defined=43; before out defined=43
        return self.out(x)


def run(at):
    Steps()(torch.rand(2, 4), torch.rand(2, 4))
    Timed()(torch.rand(80, 2, 4), torch.rand(2, 4), at)
    Stack()(torch.rand(3, 2, 4))


# drive: run(70)
# drive: run(90)
