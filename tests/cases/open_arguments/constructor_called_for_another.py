"""A constructor that is called of its class fills what it is handed, whatever that is."""

import argparse

import torch
from torch import nn


class Defaults:
    def __init__(self, bend=True):
        self.bend = bend


class Net(nn.Module):
    def __init__(self, options):
        super().__init__()
        Defaults.__init__(options)
        self.options = options
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        return torch.relu(states) if self.options.bend else states  #: after rnn


# drive: Net(argparse.Namespace())(torch.zeros(5, 2, 3))
