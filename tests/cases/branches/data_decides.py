"""A test on the data itself is undecided: the fact is conditional on it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        if x.abs().max() > 1:
            out = torch.relu(out)  #: after enc if "x.abs().max() > 1"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.ones(5, 2, 3) * 2)
