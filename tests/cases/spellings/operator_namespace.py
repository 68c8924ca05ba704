"""The operator called through torch.ops."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.ops.aten.relu(out)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
