"""What a function or a constructor is handed, as its annotation says."""

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self, size=3):
        super().__init__()
        self.rnn = nn.GRU(size, 4)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


def hinge(net: Net, x):
    return F.relu(net(x))  #: after enc


def clipped(x, net: "Net"):
    return torch.relu(x - 1), net(x)


class Learner:
    def __init__(self, net: Net):
        self.net = net

    def loss(self, x):
        return F.relu(self.net(x) - 1).mean()  #: after enc


# drive: (hinge(Net(), torch.zeros(5, 2, 3)), Learner(Net()).loss(torch.zeros(5, 2, 3)), clipped(torch.zeros(5, 2, 3), Net()))
