"""A base that was not scanned may make fields of what its subclasses annotate: what such a field holds is unknown."""

import torch
from pydantic import BaseModel
from torch import nn


class Options(BaseModel):
    bend: bool = True
    turn: bool = True


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.options = Options(bend=False)
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.options.bend:
            states = states + torch.relu(states)
        return states
