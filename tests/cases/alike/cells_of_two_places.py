"""Two places make a cell in each round, each place its own: what one holds is not what the other one holds."""

import torch
from torch import nn


class Cell(nn.Module):
    def __init__(self, state):
        super().__init__()
        self.state = state


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.seen = None
        self.project = nn.Linear(4, 4)
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no

    def make(self, x):
        y = self.project(x)
        return Cell(y if self.seen is None else y + self.seen)

    def forward(self, x):
        out = None
        for _ in range(x.shape[0]):
            smooth = self.make(torch.tanh(x))
            self.make(torch.relu(x))
            self.seen = self.project(x)
            out = self.rnn(smooth.state)
        return out


# drive: Net()(torch.zeros(5, 2, 4))
