"""Values that are handed down a chain, a step a round: what the last known round does not reach is no fact."""

import torch
from torch import nn


class Delayed(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell on_output=no
        self.relu = nn.ReLU()

    def forward(self, x, h):
        late, later, latest, last = x, x, x, x
        for _ in range(4):
            last = self.relu(latest)
            latest = later
            later = late
            late = h
            h = self.cell(x, h)
        return h, last


class Longer(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.LSTMCell(4, 4)  #: layer longer on_output=no
        self.relu = nn.ReLU()

    def forward(self, x, h):
        a, b, c, d, last = x, x, x, x, x
        for _ in range(5):
            last = self.relu(d)
            a, b, c, d = h, a, b, c
            h, _c = self.cell(x)
        return h, last


def run():
    Delayed()(torch.rand(2, 4), torch.rand(2, 4))
    Longer()(torch.rand(2, 4), torch.rand(2, 4))


# drive: run()
