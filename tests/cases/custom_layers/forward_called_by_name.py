"""forward called as a method, as older code does."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.act = nn.ReLU()

    def forward(self, x):
        return self.act.forward(x)  #: after enc defined=10


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.block = Block()

    def forward(self, x):
        out, _ = self.rnn.forward(x)
        return self.block.forward(out)


# drive: Net()(torch.zeros(5, 2, 3))
