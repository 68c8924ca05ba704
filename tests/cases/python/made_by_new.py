"""__new__ gives the object: of another class it is not initialised, of its own it is."""

import torch
from torch import nn


class Other:
    def __init__(self):
        self.act = torch.tanh


class Same:
    def __new__(cls, bend):
        made = super().__new__(cls)
        made.before = torch.tanh
        return made

    def __init__(self, bend):
        self.act = torch.relu if bend else torch.tanh


class Swapped:
    def __new__(cls):
        return Other()

    def __init__(self):
        self.act = torch.relu


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.same, self.swapped = Same(True), Swapped()

    def forward(self, x):
        out = self.same.before(self.rnn(x)[0])
        out = self.swapped.act(out)
        return self.same.act(out)  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
