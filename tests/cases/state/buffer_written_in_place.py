"""A registered buffer is written in place and read by the next call."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell
        self.register_buffer("memory", torch.zeros(2, 4))

    @torch.no_grad()
    def forward(self, x):
        h = self.cell(x, self.memory)
        self.memory.copy_(torch.relu(h))  #: after cell; before cell if
        return h


def several(x, count):
    net = Net()
    return [net(x) for _ in range(count)]


# drive: several(torch.zeros(2, 4), 1)
# drive: several(torch.zeros(2, 4), 2)
