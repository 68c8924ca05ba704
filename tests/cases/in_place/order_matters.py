"""Trap: the tensor is rectified in place only after the layer has read it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    @torch.no_grad()
    def forward(self, x):
        y = x * 2
        out, _ = self.rnn(y)
        y.relu_()
        return out, y


# drive: Net()(torch.zeros(5, 2, 3))
