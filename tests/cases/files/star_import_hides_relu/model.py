"""Trap: the later star import replaces the library's ReLU by a local class of that name."""

from torch.nn import *
from layers import *


class Net(Module):
    def __init__(self):
        super().__init__()
        self.rnn = GRU(3, 4)  #: layer enc on_output=no
        self.act = ReLU()

    def forward(self, x):
        return self.act(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
