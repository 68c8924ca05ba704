"""functools.reduce threads the value through a list of layers."""

from functools import reduce

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.layers = nn.ModuleList([nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 1)])

    def forward(self, x):
        out, _ = self.rnn(x)
        return reduce(lambda value, layer: layer(value), self.layers, out)  #: after enc defined=12


# drive: Net()(torch.zeros(5, 2, 3))
