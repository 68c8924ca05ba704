"""A test of the value's type is decided by what the layer gives."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(3, 3), nn.GRU(3, 4))  #: layer enc

    def forward(self, x):
        out = self.body(x)
        if isinstance(out, tuple):
            out = out[0]
        else:
            out = torch.zeros(1)
        return torch.relu(out)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
