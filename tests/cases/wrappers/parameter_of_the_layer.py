"""Trap: ReLU on a layer's weights touches no value that flows."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def penalty(self):
        return torch.relu(self.rnn.weight_hh_l0).sum()

    def forward(self, x):
        return self.rnn(x)[0], self.penalty()


# drive: Net()(torch.zeros(5, 2, 3))
