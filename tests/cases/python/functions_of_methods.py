"""The function of a bound method is called with the object that it was bound to, or with another one."""

import torch
from torch import nn


class Bend(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.act = nn.ReLU()
        self.bend = Bend()

    def forward(self, x):
        states = self.rnn(x)[0]
        states = self.bend.forward.__func__(self.bend, states)
        return self.act.forward.__func__(self.act, states)  #: missing after rnn defined=16


# drive: Net()(torch.zeros(5, 2, 3))
