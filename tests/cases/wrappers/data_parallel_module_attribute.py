"""The wrapped model reached through .module."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def encode(self, x):
        return self.rnn(x)[0]

    def forward(self, x):
        return self.encode(x)


def run(x):
    model = nn.DataParallel(Net())
    return torch.relu(model.module.encode(x))  #: after enc


# drive: run(torch.zeros(5, 2, 3))
