"""Imports inside the methods, as in notebooks turned into modules."""

import torch


class Net(torch.nn.Module):
    def __init__(self):
        from torch import nn

        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer cell type=torch.nn.GRUCell

    def forward(self, x, h):
        from torch.nn import functional as F

        h = self.cell(x, h)
        return F.relu(h)  #: after cell


# drive: Net()(torch.zeros(2, 3), torch.zeros(2, 4))
