"""A helper under the script decorator of torch.jit's ignore kind stays an ordinary function."""

import torch
from torch import nn


@torch.jit.ignore
def rectify(x):
    return torch.relu(x)  #: after enc


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    @torch.jit.export
    def tail(self, x):
        return rectify(x)

    def forward(self, x):
        return self.tail(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
