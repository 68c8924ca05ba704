"""The layer with ReLU inside is never before or after another; a true ReLU between them is."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.RNN(3, 4, nonlinearity="relu")  #: layer a; inside a
        self.b = nn.GRU(4, 4)  #: layer b on_output=no

    def forward(self, x):
        x, _ = self.a(x)
        x = torch.relu(x)  #: after a; before b
        return self.b(x)[0]


# drive: Net()(torch.zeros(5, 2, 3))
