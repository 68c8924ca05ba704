"""As many layers as an argument says, ReLU after each: it feeds a layer only when there are two."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, num_layers):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(num_layers):
            self.layers.append(nn.GRU(4, 4))  #: layer stack

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
            x = torch.relu(x)  #: after stack; before stack if
        return x


# drive: Net(1)(torch.zeros(5, 2, 4))
# drive: Net(3)(torch.zeros(5, 2, 4))
