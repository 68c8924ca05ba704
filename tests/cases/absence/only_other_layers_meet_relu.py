"""Of three layers in a row the last two have ReLU behind them somewhere, the first as well, and a fourth does not."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(3, 4)  #: layer a on_output=yes
        self.b = nn.GRU(4, 4)  #: layer b on_output=yes
        self.c = nn.GRU(4, 4)  #: layer c on_output=yes
        self.d = nn.GRU(3, 4)  #: layer d on_output=no

    def forward(self, x):
        y = self.c(self.b(self.a(x)[0])[0])[0]
        return torch.relu(y), self.d(x)[0]  #: after a; after b; after c


# drive: Net()(torch.zeros(5, 2, 3))
