"""The first of some steps is one of every few, whatever these are: nothing is left of zero."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, every=2):
        super().__init__()
        self.every = every
        self.cell = nn.GRUCell(4, 4)  #: layer first

    def forward(self, x, n):
        for t in range(n):
            x = self.cell(x)
            if t % self.every == 0:
                x = torch.relu(x)  #: after first; before first if
        return x


class Second(nn.Module):
    def __init__(self, every=2):
        super().__init__()
        self.every = every
        self.cell = nn.GRUCell(4, 4)  #: layer second

    def forward(self, x):
        for t in range(1, 3):
            x = self.cell(x)
            if t % self.every == 0:
                x = torch.relu(x)  #: after second if "1 % every == 0"; before second if "1 % every == 0"
        return x


def drive(steps, *every):
    x = torch.zeros(2, 4)
    Net(*every)(x, steps), Second(*every)(x)


# drive: drive(1)
# drive: drive(2)
# drive: drive(3)
# drive: drive(3, 1)
# drive: drive(3, 4)
