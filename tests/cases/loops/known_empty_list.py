"""Trap: the loop over a list that is known to be empty never applies anything."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        out, _ = self.rnn(x)
        for layer in []:
            out = torch.relu(layer(out))
        return out


# drive: Net()(torch.zeros(5, 2, 3))
