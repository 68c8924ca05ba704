"""Only the first pass rectifies its input, and nothing recurrent is in it yet."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.GRU(4, 4), nn.GRU(4, 4)])  #: layer stack on_output=no

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            if i == 0:
                x = torch.relu(x)  #: before stack
            x, _ = layer(x)
        return x


# drive: Net()(torch.zeros(5, 2, 4))
