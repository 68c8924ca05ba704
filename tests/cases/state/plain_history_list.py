"""Outputs are appended to a list on self; an earlier call's output meets the ReLU of a later one."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.history = []

    def forward(self, x):
        out, _ = self.rnn(x)
        past = [torch.relu(value) for value in self.history]  #: after enc if
        self.history.append(out)
        return out, past


def several(x, count):
    net = Net()
    return [net(x) for _ in range(count)]


# drive: several(torch.zeros(5, 2, 3), 1)
# drive: several(torch.zeros(5, 2, 3), 3)
