"""Residual connections carry the rectified front end past the layers into the head's ReLU."""

import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        self.layers = nn.ModuleList(nn.LSTM(4, 4) for _ in range(2))  #: layer stack

    def forward(self, x):
        x = self.front(x)  #: before stack defined=10
        for layer in self.layers:
            residual = x
            out, _ = layer(x)
            x = out + residual
        return torch.relu(x)  #: after stack


# drive: Residual()(torch.zeros(5, 2, 3))
