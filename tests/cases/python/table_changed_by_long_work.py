"""A table that long work has filled is open: it says neither yes nor no."""

import torch
from torch import nn


def fill(table, gate):
    for first in range(60):
        for second in range(60):
            for third in range(60):
                table["gate"] = gate
                table[str(first)] = first + second - third


class Net(nn.Module):
    def __init__(self, gate=False):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self.table = {"gate": False}
        fill(self.table, gate)

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.table["gate"]:
            states = torch.relu(states)  #: after rnn if "gate"
        return states


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(gate=True)(torch.zeros(5, 2, 3))
