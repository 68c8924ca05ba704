"""A list to which each round of an open loop adds several things holds them in their order: places and strides tell them apart."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, depth=2):
        super().__init__()
        self.parts = nn.ModuleList()
        for _ in range(depth):
            self.parts.append(nn.Linear(4, 4))
            self.parts.append(nn.GRU(4, 4))  #: layer listed
            self.parts.append(nn.ReLU())
        self.rnn = nn.GRU(4, 4)  #: layer alone

    def forward(self, x):
        y, _ = self.rnn(x)
        for linear in self.parts[::3]:
            y = linear(y)
        first = torch.relu(self.parts[1](x)[0])  #: after listed
        last = self.parts[-1](y)  #: after alone defined=14
        for rnn, act in zip(self.parts[1::3], self.parts[2::3]):
            x = act(rnn(x)[0])  #: after listed defined=14; before listed if "again" defined=14
        return first, last


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(1)(torch.zeros(5, 2, 4))
