"""The cell state, taken by index out of the nested tuple."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 4)  #: layer enc

    def forward(self, x):
        result = self.lstm(x)
        cell = result[1][1]
        return torch.relu(cell)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
