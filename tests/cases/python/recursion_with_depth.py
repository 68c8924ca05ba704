"""A module that builds itself with a depth that shrinks: U-shaped, with the recurrent layer at the bottom."""

import torch
from torch import nn


class Level(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.down = nn.Linear(4, 4)
        if depth == 0:
            self.inner = nn.GRU(4, 4)  #: layer bottom
        else:
            self.inner = Level(depth - 1)

    def forward(self, x):
        y = torch.relu(self.down(x))  #: before bottom
        y = self.inner(y)
        return y[0] if isinstance(y, tuple) else y


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.top = Level(2)

    def forward(self, x):
        return torch.relu(self.top(x))  #: after bottom


# drive: Net()(torch.zeros(5, 2, 4))
