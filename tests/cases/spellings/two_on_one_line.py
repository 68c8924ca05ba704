"""Two applications on one line, one of them on the way in."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        return torch.relu(self.rnn(torch.relu(x))[0])  #: after enc; before enc


# drive: Net()(torch.zeros(5, 2, 3))
