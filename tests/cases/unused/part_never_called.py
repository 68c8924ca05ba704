"""Trap: a whole part with ReLU is built and never called."""

import torch
from torch import nn


class Head(nn.Module):
    def forward(self, x):
        return torch.relu(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = Head()
        self.fc = nn.Linear(4, 1)

    def forward(self, x):
        return self.fc(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
