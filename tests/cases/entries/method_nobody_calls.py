"""Trap: a method with ReLU that nothing calls."""

import torch
from torch import nn


class Speaker(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return self.rnn(x)[0]

    def rectified(self, x):
        return torch.relu(self.rnn(x)[0])


# drive: Speaker()(torch.zeros(5, 2, 3))
