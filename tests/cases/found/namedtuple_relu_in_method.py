from typing import NamedTuple

import torch
from torch import nn


class State(NamedTuple):
    stoch: torch.Tensor
    deter: torch.Tensor

    def feat(self):
        return torch.relu(torch.cat(self, -1))  #: after cell


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, x):
        return State(x, self.cell(x)).feat()


# drive: Net()(torch.rand(3, 4))
