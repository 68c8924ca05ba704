"""Clones of one block by deepcopy share its place of construction."""

import copy

from torch import nn


def clones(module, count):
    return nn.ModuleList([copy.deepcopy(module) for _ in range(count)])


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer block
        self.act = nn.ReLU()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after block defined=16; before block defined=16


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = clones(Block(), 2)

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x


# drive: Net()(torch.zeros(5, 2, 4))
