"""Two tensors that one helper makes of the same numbers are two: what is written into one is not in the other."""

import torch
from torch import nn


def zeros(size):
    return torch.zeros(size, 4)


class State:
    def __init__(self, size):
        self.kept = torch.zeros(size, 4)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        h, c = zeros(x.size(1)), zeros(x.size(1))
        one, two = State(x.size(1)), State(x.size(1))
        h.copy_(self.rnn(x)[0][-1])
        one.kept.copy_(h)
        return (
            torch.relu(c),
            torch.relu(h),  #: after enc
            torch.relu(two.kept),
            torch.relu(one.kept),  #: after enc
        )


# drive: Net()(torch.zeros(5, 2, 3))
