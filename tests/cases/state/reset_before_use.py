"""Trap: the state is reset at the start of every call."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.hidden = None

    def reset(self):
        self.hidden = torch.zeros(1, 2, 4)

    def forward(self, x):
        self.reset()
        out, self.hidden = self.rnn(x, self.hidden)
        self.hidden = torch.relu(self.hidden)  #: after enc
        return out


def twice(x):
    net = Net()
    return [net(x), net(x)]


# drive: twice(torch.zeros(5, 2, 3))
