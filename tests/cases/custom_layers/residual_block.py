"""A residual block behind the recurrent layer: the sum carries the ReLU's value into the next layer."""

import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc = nn.Linear(width, width)

    def forward(self, x):
        return x + torch.relu(self.fc(x))  #: after low; before high


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.block = Residual(4)
        self.high = nn.GRU(4, 4)  #: layer high on_output=no

    def forward(self, x):
        x, _ = self.low(x)
        x, _ = self.high(self.block(x))
        return x


# drive: Net()(torch.zeros(5, 2, 3))
