from types import MethodType

import torch
from torch import nn


def new_forward(self, x):
    return torch.relu(self.rnn(x)[0])  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0]


def main():
    net = Net()
    net.forward = MethodType(new_forward, net)
    return net(torch.rand(2, 1, 3))


# drive: main()
