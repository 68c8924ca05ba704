"""A submodule is set by a path of names, which may lead into another one."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.head = nn.Sequential(nn.Linear(4, 4), nn.Tanh())
        self.set_submodule(target="act", module=nn.ReLU())
        self.set_submodule("head.1", nn.ReLU())

    def forward(self, x):
        states = self.rnn(x)[0]
        self.head(states)  #: after rnn defined=13
        return self.act(states)  #: after rnn defined=12


# drive: Net()(torch.zeros(5, 2, 3))
