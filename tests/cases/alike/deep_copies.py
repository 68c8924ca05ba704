"""Deep copies of a block are alike, and their original is not: what they hold is no construction of its own."""

import copy

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.project = nn.Linear(4, 4)
        self.act = nn.ReLU()

    def forward(self, x):
        return self.act(self.project(x))  #: after rnn defined=13


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.block = Block()
        self.blocks = nn.ModuleList([self.block] + [copy.deepcopy(self.block) for _ in range(3)])

    def forward(self, x):
        x = torch.tanh(self.rnn(x)[0])
        for block in self.blocks:
            x = torch.tanh(block(x))
        return x


# drive: Net()(torch.zeros(5, 2, 4))
