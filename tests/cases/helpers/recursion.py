"""A helper that calls itself and rectifies at the bottom."""

import torch
from torch import nn


def fold(parts):
    if len(parts) == 1:
        return torch.relu(parts[0])  #: after enc
    return parts[0] + fold(parts[1:])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        return fold([x[..., :1], out])


# drive: Net()(torch.zeros(5, 2, 3))
