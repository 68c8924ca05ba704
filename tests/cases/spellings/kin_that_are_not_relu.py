"""Trap: the relatives of ReLU are other activations."""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.leaky = nn.LeakyReLU(0.1)
        self.six = nn.ReLU6()
        self.prelu = nn.PReLU()

    def forward(self, x):
        out, _ = self.rnn(F.leaky_relu(x))
        out = self.prelu(self.six(self.leaky(out)))
        out = F.elu(F.gelu(F.selu(F.relu6(out))))
        return torch.rrelu(F.silu(out))


# drive: Net()(torch.zeros(5, 2, 3))
