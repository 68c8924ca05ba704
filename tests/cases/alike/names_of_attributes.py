"""A block that looks through its own attributes: another one has one more of them."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.project = nn.Linear(4, 4)

    def forward(self, x):
        y = self.project(x)
        for name, value in list(vars(self).items()):
            if name == "extra":
                y = y + value
        self.extra = x
        return y


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.plain = Block()
        self.blocks = nn.ModuleList([Block() for _ in range(2)])
        self.one = nn.GRU(4, 4)  #: layer one on_output=no
        self.two = nn.GRU(4, 4)  #: layer two on_output=no

    def forward(self, x):
        self.one(self.blocks[0](torch.tanh(x)))
        self.blocks[1].extra = torch.relu(x)  #: before two
        return self.two(self.blocks[1](torch.tanh(x)))


# drive: Net()(torch.zeros(5, 2, 4))
