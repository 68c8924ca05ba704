"""A name from a module that is not in the scan: the file is read all the same."""

import torch
from elsewhere import mix
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        x = mix(x, x)
        out, _ = self.rnn(x)
        return torch.relu(out)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
