"""What is deleted from a list of modules is not applied, what stays is."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 3)  #: layer first on_output=no
        self.second = nn.GRU(3, 3)  #: layer second
        self.steps = nn.Sequential(nn.Linear(3, 3), nn.ReLU(), nn.Tanh())
        self.others = nn.ModuleList([nn.Tanh(), nn.ReLU()])
        del self.steps[1]
        del self.others[0]

    def forward(self, x):
        states = self.steps(self.first(x)[0])
        return states, self.others[0](self.second(x)[0])  #: after second


# drive: Net()(torch.zeros(5, 2, 3))
