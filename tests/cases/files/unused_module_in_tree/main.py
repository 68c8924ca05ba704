"""Trap: a file of the tree that nothing imports defines a rectified variant of the helper."""

from plain_ops import finish
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return finish(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
