"""A walk over all layers does to one what it does to another of its class, unless it asks which one it is."""

import torch
from torch import nn


def bend(layer, given, output):
    return torch.relu(output)  #: after hooked; after chosen


def initialize(layer):
    if isinstance(layer, nn.Linear):
        nn.init.zeros_(layer.bias)


class Hooked(nn.Module):
    """Each of the linear layers is hooked."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer hooked
        self.first, self.second, self.third = nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4)
        self.apply(initialize)
        for layer in self.modules():
            if isinstance(layer, nn.Linear):
                layer.register_forward_hook(bend)

    def forward(self, x):
        self.first(x), self.second(x)
        return self.third(self.rnn(x)[0])


class Chosen(nn.Module):
    """Which layer it is decides."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer chosen
        self.first, self.second, self.third = nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4)
        for layer in self.modules():
            if layer is self.third:
                layer.register_forward_hook(bend)

    def forward(self, x):
        return self.third(self.second(self.first(self.rnn(x)[0])))


class Named(nn.Module):
    """What an attribute of each says."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer named
        self.first, self.second, self.third = nn.ReLU(), nn.ReLU(), nn.ReLU()
        self.third.bends = True
        self.used = [nn.Identity()]
        for layer in self.children():
            if getattr(layer, "bends", False):
                self.used.append(layer)

    def forward(self, x):
        return self.used[-1](self.rnn(x)[0])  #: after named defined=54


class Counted(nn.Module):
    """The walk counts: what it leaves differs from layer to layer."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer counted
        self.first, self.second, self.third = nn.Linear(4, 4), nn.Linear(4, 4), nn.Linear(4, 4)
        linear = 0
        for layer in self.modules():
            if isinstance(layer, nn.Linear):
                linear += 1
        self.linear = linear

    def forward(self, x):
        y = self.third(self.rnn(x)[0])
        return torch.relu(y) if self.linear == 3 else y  #: after counted


# drive: [net(torch.zeros(5, 2, 4)) for net in (Hooked(), Chosen(), Named(), Counted())]
