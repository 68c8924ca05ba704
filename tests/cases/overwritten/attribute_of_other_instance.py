"""Trap: two instances of one class keep their states apart."""

import torch
from torch import nn


class Memory(nn.Module):
    def __init__(self):
        super().__init__()
        self.value = None

    def write(self, value):
        self.value = value

    def read(self):
        return self.value


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.one, self.two = Memory(), Memory()

    def forward(self, x):
        self.one.write(self.rnn(x)[0])
        self.two.write(x)
        return torch.relu(self.two.read()), self.one.read()


# drive: Net()(torch.zeros(5, 2, 3))
