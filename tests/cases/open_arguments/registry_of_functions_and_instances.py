"""Registries of callables and of instances, looked up with get and a default."""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, gate="sigmoid", act=None):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.gate = {"sigmoid": torch.sigmoid, "relu": F.relu}[gate]
        self.act = {"tanh": nn.Tanh(), "relu": nn.ReLU()}.get(act, nn.Identity())

    def forward(self, x):
        x = self.gate(x)  #: before enc if "gate"
        return self.act(self.rnn(x)[0])  #: after enc if "act"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu", "relu")(torch.zeros(5, 2, 3))
