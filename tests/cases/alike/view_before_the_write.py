"""One view is taken before a write into its memory, the other one after it: only the first is what was written."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.project = nn.Linear(4, 4)
        self.one = nn.GRU(4, 4)  #: layer one on_output=no
        self.two = nn.GRU(4, 4)  #: layer two on_output=no

    def use(self, x):
        return self.project(x)

    def forward(self, x):
        first = x + 1
        first.add_(1)
        view = first.view(5, 2, 4)
        self.one(self.use(view))
        second = x + 2
        view = second.view(5, 2, 4)
        second.copy_(torch.relu(x))  #: before two
        return self.two(self.use(view))


# drive: Net()(torch.zeros(5, 2, 4))
