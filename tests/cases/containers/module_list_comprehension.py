"""Recurrent layers in a ModuleList comprehension: every one feeds the next through the ReLU."""

import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.GRU(4, 4) for _ in range(3)])  #: layer stack

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
            x = torch.relu(x)  #: after stack; before stack
        return x


# drive: Stack()(torch.zeros(5, 2, 4))
