"""An assignment expression inside a condition and a call."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        if (out := self.rnn(x)[0]).dim() == 3:
            last = out[-1]
        else:
            last = out
        return torch.relu(last)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
