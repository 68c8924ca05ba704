"""A class whose base is not scanned may have any attribute, and any operator."""

import torch
from elsewhere import Base
from torch import nn


class Config(Base):
    size = 3


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(Config.size, 3)  #: layer rnn
        self.other = nn.GRU(3, 3)  #: layer other

    def forward(self, x):
        states = self.rnn(x)[0]
        if Config.gate:
            states = torch.relu(states)  #: after rnn if "gate"
        rest = self.other(x)[0]
        if Config() + 1:
            rest = torch.relu(rest)  #: after other if "the result of +"
        return states, rest
