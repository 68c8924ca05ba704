"""Two instances of one block in a row: places relate though the instances differ."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer block

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after block; before block


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = Block(), Block()

    def forward(self, x):
        return self.b(self.a(x))


# drive: Net()(torch.zeros(5, 2, 4))
