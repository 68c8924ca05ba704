"""The ReLU is applied on the way out of the loop, so it never reaches the next pass."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer cell

    def forward(self, xs, h, limit):
        for t, x in enumerate(xs):
            h = self.cell(x, h)
            if t == limit:
                h = torch.relu(h)  #: after cell if "limit"
                break
        return h


# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(2, 4), 2)
# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(2, 4), 9)
