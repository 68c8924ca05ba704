"""What one entry leaves behind is read by the other: the condition names the one that was called."""

import torch
from torch import nn


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell on_output=yes
        self.value = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
        self.last = torch.zeros(1, 4)

    def forward(self, x):
        return self.value(self.cell(x + self.last))  #: after cell; before cell if "act was called before"

    def act(self, x):
        self.last = self.forward(x)
        return self.last


def play(policy, xs):
    return [policy.act(x) for x in xs]


# drive: play(Policy(), [torch.zeros(1, 4), torch.zeros(1, 4)])
# drive: Policy()(torch.zeros(1, 4))
