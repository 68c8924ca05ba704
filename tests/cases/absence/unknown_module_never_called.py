"""Trap: the module of an unknown class is built and never called."""

import torch
from elsewhere import Block
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.block = Block()

    def forward(self, x):
        return torch.tanh(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
