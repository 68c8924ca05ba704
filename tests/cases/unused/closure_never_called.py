"""Trap: the inner function with ReLU is defined and not called."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        out, _ = self.rnn(x)

        def rectified():
            return torch.relu(out)

        later = lambda: out.relu()
        return out


# drive: Net()(torch.zeros(5, 2, 3))
