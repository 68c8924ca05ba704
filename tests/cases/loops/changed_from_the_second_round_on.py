"""What only later rounds change flows from the second round into the third."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, x, n):
        h = torch.zeros(2, 4)
        for i in range(n):
            if i > 0:
                h = self.cell(x, torch.relu(h))  #: after cell if; before cell if
        return h


# drive: Net()(torch.ones(2, 4), 1)
# drive: Net()(torch.ones(2, 4), 2)
# drive: Net()(torch.ones(2, 4), 3)
