"""Two models in one file do not see each other's layers."""

import torch
from torch import nn


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer plain on_output=no

    def forward(self, x):
        return self.rnn(x)[0]


class Rectified(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rectified

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after rectified


# drive: Plain()(torch.zeros(5, 2, 3)), Rectified()(torch.zeros(5, 2, 3))
