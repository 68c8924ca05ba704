"""Trap: running statistics carry no value to the next call."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.BatchNorm1d(4)
        self.rnn = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, x):
        x = self.norm(x)
        h = self.rnn(x)
        return self.norm(torch.relu(h))  #: after cell


def twice(x):
    net = Net()
    return [net(x), net(x)]


# drive: twice(torch.ones(2, 4))
