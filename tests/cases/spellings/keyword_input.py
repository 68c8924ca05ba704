"""Inputs given by keyword."""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        x = torch.relu(input=x)  #: before enc
        out, _ = self.rnn(input=x)
        return F.relu(input=out, inplace=False)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
