"""The out= argument is written to, and what it carried before is gone."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer a on_output=no
        self.b = nn.GRU(3, 4)  #: layer b

    @torch.no_grad()
    def forward(self, x):
        buffer = self.a(x)[0] * 1
        torch.mul(self.b(x)[0], 2, out=buffer)
        return torch.relu(buffer)  #: after b


# drive: Net()(torch.zeros(5, 2, 3))
