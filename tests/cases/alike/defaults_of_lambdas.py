"""Each lambda of a line has a tensor of its own as its default: what a call gives back is the one that it was given."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.project = nn.Linear(4, 4)
        self.one = nn.GRU(4, 4)  #: layer one on_output=no
        self.two = nn.GRU(4, 4)  #: layer two on_output=no

    def checked(self, function, x):
        self.project(x)
        return function

    def forward(self, x):
        steps = []
        for shift in (torch.tanh(x), torch.relu(x)):  #: before two
            steps.append(self.checked(lambda y, shift=shift: y + shift, x))
        self.one(steps[0](x))
        return self.two(steps[1](x))


# drive: Net()(torch.zeros(5, 2, 4))
