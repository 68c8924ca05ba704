from __future__ import annotations

import torch
from torch import nn


class Head(nn.Module):
    """Action mean and value from a shared trunk."""

    def __init__(self, size: int, actions: int, activation: type[nn.Module]):
        super().__init__()
        self.trunk = nn.Sequential(nn.Linear(size, size), activation())
        self.mean, self.value = nn.Linear(size, actions), nn.Linear(size, 1)
        self.log_std = nn.Parameter(torch.zeros(actions))

    def forward(self, x):
        x = self.trunk(x)  #: after r2d2
        return torch.distributions.Normal(self.mean(x), self.log_std.exp()), self.value(x)
