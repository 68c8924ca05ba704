"""Bases that nobody scanned: what has a forward is taken for a module, what has none is called by its own methods alone."""

import torch
from elsewhere import Block
from torch import nn


class Bend(Block):
    def forward(self, x):
        return torch.relu(x)  #: after rnn


class Plain(Block):
    def bend(self, x):
        return torch.relu(x)  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.layer, self.plain = Bend(), Plain()

    def forward(self, x):
        out = self.rnn(x)[0]
        self.plain.bend(out)
        return self.layer(out)


# drive: Net()(torch.zeros(5, 2, 3))
