"""zip(*rows) of as many rows as there are steps: its columns stay apart, and may fill a named tuple."""

from collections import namedtuple

import torch
from torch import nn

State = namedtuple("State", ["hidden", "given"])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 3)  #: layer enc

    def run(self, steps):
        h, found = torch.zeros(2, 3), []
        for step in steps:
            h = self.cell(step, h)
            found.append((h, step))
        return found

    def forward(self, x):
        hidden, given = zip(*self.run(x))
        state = State(*[torch.stack(column) for column in zip(*self.run(x))])
        return (
            torch.relu(torch.stack(hidden)),  #: after enc
            torch.relu(torch.stack(given)),
            torch.cat([*state]).relu(),  #: after enc
        )


# drive: Net()(torch.zeros(5, 2, 3))
