from typing import NamedTuple

import torch
from torch import nn


class State(NamedTuple):
    stoch: torch.Tensor
    deter: torch.Tensor

    def feat(self):
        return torch.cat([self.stoch, self.deter], -1)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell

    def forward(self, x):
        state = State(x, self.cell(x))
        return torch.relu(state.feat())  #: after cell


# drive: Net()(torch.rand(3, 4))
