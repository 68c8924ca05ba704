"""A switch at a module's top level: one that a method turns is open, one that none does is as it was made."""

import torch
from torch import nn


class Switch:
    def __init__(self):
        self.on = False
        self.fixed = False

    def turn(self):
        self.on: bool = True


SWITCH = Switch()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if SWITCH.fixed:
            torch.relu(out)
        return torch.relu(out) if SWITCH.on else out  #: after rnn if "on"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: (SWITCH.turn(), Net()(torch.zeros(5, 2, 3)))
