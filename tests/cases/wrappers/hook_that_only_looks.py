"""Trap: a hook that returns nothing leaves the output as it is, though it has looked at it through ReLU."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.high = nn.GRU(4, 4)  #: layer high on_output=no
        self.positive = 0.0
        self.low.register_forward_hook(self.look)

    def look(self, module, inputs, output):
        self.positive = torch.relu(output[0]).mean().item()  #: after low

    def forward(self, x):
        out, _ = self.low(x)
        return self.high(out)[0]


# drive: Net()(torch.zeros(5, 2, 3))
