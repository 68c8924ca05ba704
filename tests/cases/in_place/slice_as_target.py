"""Writing a part of a tensor adds to what it carries."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer a
        self.b = nn.GRU(3, 4)  #: layer b

    def forward(self, x):
        result = torch.zeros(5, 2, 8)
        result[..., :4] = self.a(x)[0]
        result[..., 4:] = self.b(x)[0]
        return torch.relu(result)  #: after a; after b


# drive: Net()(torch.zeros(5, 2, 3))
