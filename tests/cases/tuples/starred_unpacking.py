"""Starred targets: the first output and the rest."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 4)  #: layer enc
        self.gru = nn.GRU(3, 4)  #: layer other on_output=no

    def forward(self, x):
        head, *rest = self.gru(x)[0], x, self.lstm(x)[0]
        plain, out = rest
        return head, torch.relu(plain), torch.relu(out)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
