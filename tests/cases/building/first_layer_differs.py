"""The first round of a loop adds another layer than the later ones, and there may be later ones or not."""

import torch
from torch import nn


class FirstRecurrent(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList()
        for i, size in enumerate(sizes):
            if i == 0:
                self.layers.append(nn.GRUCell(4, size))  #: layer first
            else:
                self.layers.append(nn.Sequential(nn.Linear(4, size), nn.ReLU()))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)  #: after first if "loop runs again" defined=15
        return x


class FirstBent(nn.Module):
    """The ReLU is in front."""

    def __init__(self, depth):
        super().__init__()
        layers = []
        for i in range(depth):
            layers.append(nn.ReLU() if i == 0 else nn.GRUCell(4, 4))  #: layer later on_output=no
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)  #: before later if "loop runs again" defined=30
        return x


class Alike(nn.Module):
    """Each round adds a layer of the same kind."""

    def __init__(self, depth):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(depth):
            self.layers.append(nn.GRUCell(4, 4))  #: layer alike on_output=no

    def forward(self, x):
        x = torch.relu(x)  #: before alike
        for layer in self.layers:
            x = layer(x)
        return x


# drive: FirstRecurrent([4, 4])(torch.zeros(2, 4)), FirstBent(3)(torch.zeros(2, 4)), Alike(2)(torch.zeros(2, 4))
# drive: FirstRecurrent([4])(torch.zeros(2, 4)), FirstBent(1)(torch.zeros(2, 4)), Alike(1)(torch.zeros(2, 4))
