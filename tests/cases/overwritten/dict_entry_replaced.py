"""Trap: the dict's entry is replaced before it is read."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        features = {"seq": self.rnn(x)[0], "raw": x}
        features["seq"] = features["raw"]
        return torch.relu(features["seq"])


# drive: Net()(torch.zeros(5, 2, 3))
