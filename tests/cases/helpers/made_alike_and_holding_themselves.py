"""Two objects that are made alike, each of which leads to itself: what is changed on one is not changed on the other."""

import torch
from torch import nn


class Settings:
    def __init__(self):
        self.bend = False
        self.whole = self


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = Settings()
        self.two = Settings()
        self.one.bend = True
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.one.whole.bend:
            states = states + torch.relu(states)  #: after rnn
        if self.two.whole.bend:
            states = states + torch.relu(states)
        return states


# drive: Net()(torch.zeros(5, 2, 3))
