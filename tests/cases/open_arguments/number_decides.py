"""A number is tested: more than one layer adds a rectified projection."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, num_layers=1):
        super().__init__()
        self.rnn = nn.GRU(3, 4, num_layers)  #: layer enc
        self.project = nn.Linear(4, 4) if num_layers > 1 else None

    def forward(self, x):
        out, _ = self.rnn(x)
        if self.project is not None:
            out = torch.relu(self.project(out))  #: after enc if "num_layers"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(2)(torch.zeros(5, 2, 3))
