"""Trap: the rectified name is bound anew before the next pass."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, xs):
        h = xs[0]
        outputs = []
        for x in xs:
            y = self.cell(x, h)
            h = torch.relu(y)  #: after cell
            outputs.append(h)
            h = x
        return outputs


# drive: Net()(torch.zeros(5, 2, 4))
