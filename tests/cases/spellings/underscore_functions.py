"""The underscore functions of torch and of the functional module."""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 4)  #: layer enc

    def forward(self, x):
        x = torch.relu_(x * 2)  #: before enc
        out, _ = self.lstm(x)
        return F.relu_(out * 2)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
