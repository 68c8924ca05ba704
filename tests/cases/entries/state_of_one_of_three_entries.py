"""Of three entries one leaves a value behind; the condition names that one alone."""

import torch
from torch import nn


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell on_output=yes
        self.hidden, self.last = None, torch.zeros(1, 4)

    def reset(self):
        self.hidden = None

    def forward(self, x):
        if self.hidden is None:
            self.hidden = torch.zeros(1, 4)
        self.hidden = self.cell(x + self.last, self.hidden)
        return torch.relu(self.hidden)  #: after cell; before cell if "act was called before and the model is called again"

    def act(self, x):
        self.last = self.forward(x)
        return self.last


def play(policy, xs):
    policy.reset()
    return [policy.act(x) for x in xs]


# drive: play(Policy(), [torch.zeros(1, 4), torch.zeros(1, 4)])
# drive: Policy()(torch.zeros(1, 4))
