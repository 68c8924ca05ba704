"""Checks that raise or assert leave the fact definite."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size):
        super().__init__()
        if size < 1:
            raise ValueError("size must be positive")
        self.rnn = nn.GRU(3, size)  #: layer enc

    def forward(self, x):
        assert x.dim() == 3, "a batch of sequences is needed"
        out, _ = self.rnn(x)
        if torch.isnan(out).any():
            raise RuntimeError("the state has blown up")
        return torch.relu(out)  #: after enc


# drive: Net(4)(torch.zeros(5, 2, 3))
