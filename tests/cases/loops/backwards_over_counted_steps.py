"""A loop over the steps in reversed order runs a second time only if there are two of them."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, x):
        h = torch.zeros(2, 4)
        for t in reversed(range(x.size(0))):
            h = self.cell(x[t], torch.relu(h))  #: after cell if; before cell
        return h


# drive: Net()(torch.ones(1, 2, 4))
# drive: Net()(torch.ones(3, 2, 4))
