"""A sign before a number leaves it as true as it was; only ``not`` turns it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.step = 1
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if -self.step:
            states = states + torch.relu(states)  #: after rnn
        if +self.step - 1:
            states = states + torch.relu(states)
        if not -self.step:
            states = states + torch.relu(states)
        return states


# drive: Net()(torch.zeros(5, 2, 3))
