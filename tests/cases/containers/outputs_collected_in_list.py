"""Outputs of several layers collected in a list and concatenated."""

import torch
from torch import nn


class Multi(nn.Module):
    def __init__(self):
        super().__init__()
        self.short = nn.GRU(3, 4)  #: layer short
        self.long = nn.LSTM(3, 4)  #: layer long
        self.fuse = nn.Linear(8, 4)

    def forward(self, x):
        outs = []
        for rnn in (self.short, self.long):
            out, _ = rnn(x)
            outs.append(out[-1])
        return torch.relu(self.fuse(torch.cat(outs, dim=-1)))  #: after short; after long


# drive: Multi()(torch.zeros(5, 2, 3))
