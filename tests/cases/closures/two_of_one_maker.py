import torch
from torch import nn


def adder(k):
    def add(x):
        return k + x

    return add


one, two = adder(1), adder(2)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self.act = nn.ReLU() if one(1) == 2 and two(1) == 3 else nn.Tanh()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after rnn defined=19


# drive: Net()(torch.rand(2, 1, 3))
