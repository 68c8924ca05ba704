"""Trap: the copy gets the ReLU, the original stays as it was."""

from copy import deepcopy

from torch import nn


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.act = nn.Tanh()

    def forward(self, x):
        return self.act(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = Head()
        self.spare = deepcopy(self.head)
        self.spare.act = nn.ReLU()

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
