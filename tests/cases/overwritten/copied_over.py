"""copy_ replaces all that the buffer carried by what it copies."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer a on_output=no
        self.b = nn.GRU(3, 4)  #: layer b

    def forward(self, x):
        buffer = self.a(x)[0].detach()
        buffer.copy_(self.b(x)[0].detach())
        return torch.relu(buffer)  #: after b


# drive: Net()(torch.zeros(5, 2, 3))
