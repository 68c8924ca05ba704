"""The larger model calls its part's own part."""

import torch
from torch import nn


class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.head = nn.Linear(4, 1)

    def forward(self, x):
        return self.head(self.rnn(x)[0])


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Inner()

    def forward(self, x):
        states, _ = self.inner.rnn(x)
        return self.inner.head(torch.relu(states))  #: after enc


# drive: Outer()(torch.zeros(5, 2, 3))
