"""The recurrent class by a computed name, in a part that the model builds with a known kind."""

import torch
from torch import nn


class Core(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.cell = getattr(nn, f"{kind.upper()}Cell")(3, 4)  #: layer core

    def forward(self, x):
        out = self.cell(x)
        return out[0] if isinstance(out, tuple) else out


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.core = Core("gru")

    def forward(self, x):
        return torch.relu(self.core(x))  #: after core


# drive: Net()(torch.zeros(2, 3))
