"""Augmented assignments carry both sides."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.side = nn.Linear(3, 4)
        self.high = nn.GRU(4, 4)  #: layer high on_output=no

    def forward(self, x):
        y = torch.relu(self.side(x))  #: before high
        y *= 2
        y += self.low(x)[0]
        y = y + torch.relu(y)  #: after low; before high
        return self.high(y)[0]


# drive: Net()(torch.zeros(5, 2, 3))
