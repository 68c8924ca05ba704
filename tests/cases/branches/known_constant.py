"""The test is decided by constants of the module: one arm is dead."""

import torch
from torch import nn

USE_RELU = False
DEPTH = 3


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        if DEPTH > 2:
            x = torch.relu(x)  #: before enc
        out, _ = self.rnn(x)
        if USE_RELU:
            out = torch.relu(out)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
