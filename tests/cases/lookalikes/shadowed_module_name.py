"""Trap: F is a local class, and the parameter relu is whatever forward is given; here always tanh."""

import torch
from torch import nn


class F:
    @staticmethod
    def relu(x):
        return torch.tanh(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def _finish(self, out, relu):
        return relu(out)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self._finish(F.relu(out), torch.tanh)


# drive: Net()(torch.zeros(5, 2, 3))
