"""A number that each of two flags sets to the same: either of them is enough."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size, first=False, second=False):
        super().__init__()
        self.size = size
        self.first = first
        self.second = second
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        steps = self.size
        if self.first:
            steps = 1
        if self.second:
            steps = 1
        states = self.rnn(x)[0]
        if self.second and not self.first and self.size == 2 and steps == 1:
            states = torch.relu(states)  #: after rnn if "second"
        return states


# drive: Net(2, second=True)(torch.zeros(5, 2, 3))
# drive: Net(2, first=True)(torch.zeros(5, 2, 3))
