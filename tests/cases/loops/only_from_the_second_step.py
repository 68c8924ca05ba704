"""A test on the step number guards the ReLU."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer cell

    def forward(self, xs, h):
        for t, x in enumerate(xs):
            if t > 0:
                h = torch.relu(h)  #: after cell if; before cell if
            h = self.cell(x, h)
        return h


# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(2, 4))
# drive: Net()(torch.zeros(1, 2, 3), torch.zeros(2, 4))
