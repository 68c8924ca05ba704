"""An attribute is looked up by a name whose default is none: that is no name, and what the name says is open."""

import torch
from torch import nn


class Steps:
    pass


class Net(nn.Module):
    def __init__(self, step=None):
        super().__init__()
        self.step = step
        self.steps = Steps()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=unknown

    def forward(self, x):
        states = self.rnn(x)[0]
        return torch.relu(getattr(self.steps, self.step)(states))  #: after rnn maybe "getattr(..., step)"
