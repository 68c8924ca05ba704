"""The function stored under a module-level name and used in a class."""

import torch
from torch import nn

ACT = torch.relu


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        return ACT(out)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
