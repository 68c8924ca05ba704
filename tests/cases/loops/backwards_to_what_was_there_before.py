"""Backwards through what was collected: the last is what stood there before the first step, and nothing else."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer cell

    def forward(self, x, state):
        states = [state]
        for step in x:
            states.append(self.cell(step, states[-1]))
        *_, first = reversed(states)
        last, *_ = reversed(states)
        torch.relu(first)
        return torch.relu(last)  #: after cell


# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(2, 4))
