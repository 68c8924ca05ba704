"""Flags and names that a library nobody scanned defines are open."""

import elsewhere
import torch
from apart import FLAG
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if FLAG:
            states = states + torch.relu(states)  #: after rnn if "FLAG"
        if not elsewhere.SOBER:
            states = states + torch.relu(states)  #: after rnn if "not SOBER"
        if elsewhere.KIND == "bent":
            states = states + torch.relu(states)  #: after rnn if "KIND"
        return states
