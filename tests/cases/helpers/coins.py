"""A helper that draws gives something else each time that it is called."""

import random

import torch
from torch import nn


def coin():
    return random.random() < 0.5


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        first = coin()
        second = coin()
        states = self.rnn(x)[0]
        if first and not second:
            return torch.relu(states)  #: after rnn if "random"
        return states


# drive: (random.seed(1), Net()(torch.zeros(5, 2, 3)))
# drive: (random.seed(2), Net()(torch.zeros(5, 2, 3)))
