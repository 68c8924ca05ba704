"""A recurrent layer that no reachable code calls; the ReLUs belong to the other one."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.old = nn.LSTM(3, 4)  #: layer old called=false on_output=no
        self.new = nn.GRU(3, 4)  #: layer new called=true

    def forward(self, x):
        return torch.relu(self.new(torch.relu(x))[0])  #: after new; before new


# drive: Net()(torch.zeros(5, 2, 3))
