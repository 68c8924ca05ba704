"""Trap: the part could use ReLU, and the one model that builds it says no."""

import torch
from torch import nn


class Part(nn.Module):
    def __init__(self, rectify=True):
        super().__init__()
        self.rectify = rectify

    def forward(self, x):
        return torch.relu(x) if self.rectify else x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.part = Part(rectify=False)

    def forward(self, x):
        return self.part(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
