"""An item that only a later check says is there: the call behind the check takes it, the one before it takes either."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, bend=False):
        super().__init__()
        self.bend = bend
        self.project = nn.Linear(4, 4)
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no

    def second(self, x, steps):
        return steps[1](self.project(x))  #: before rnn

    def check(self, x):
        self.project(x)
        assert self.bend

    def forward(self, x):
        steps = [torch.tanh]
        if self.bend:
            steps.append(torch.relu)
        steps.append(torch.sigmoid)
        self.second(torch.tanh(x), steps)
        self.check(x)
        return self.rnn(self.second(torch.sigmoid(x), steps))


# drive: Net(True)(torch.zeros(5, 2, 4))
