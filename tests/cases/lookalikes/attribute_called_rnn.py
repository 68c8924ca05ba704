"""Trap: attributes called rnn and lstm that hold linear layers."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.Linear(3, 4)
        self.lstm = nn.Sequential(nn.Linear(4, 4), nn.Tanh())
        self.cell = nn.GRUCell(4, 4)  #: layer cell on_output=no

    def forward(self, x):
        x = self.lstm(self.rnn(x))
        return torch.relu(x), self.cell(x[0])


# drive: Net()(torch.zeros(5, 2, 3))
