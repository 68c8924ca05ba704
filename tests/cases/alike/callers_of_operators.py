"""What a library makes of a tensor to be called later holds that very tensor."""

import operator

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.project = nn.Linear(4, 4)
        self.one = nn.GRU(4, 4)  #: layer one on_output=no
        self.two = nn.GRU(4, 4)  #: layer two on_output=no

    def adding(self, x):
        return operator.methodcaller("add", self.project(x))

    def forward(self, x):
        smooth = torch.tanh(x)
        bent = torch.relu(x)  #: before two
        one, two = self.adding(smooth), self.adding(bent)
        self.one(one(x))
        return self.two(two(x))


# drive: Net()(torch.zeros(5, 2, 4))
