"""A cell whose state passes through ReLU each step: after at once, before in the second pass."""

import torch
from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer cell

    def forward(self, x, h):
        for t in range(x.size(0)):
            h = torch.relu(self.cell(x[t], h))  #: after cell; before cell if
        return h


# drive: Decoder()(torch.zeros(5, 2, 3), torch.zeros(2, 4))
# drive: Decoder()(torch.zeros(1, 2, 3), torch.zeros(2, 4))
