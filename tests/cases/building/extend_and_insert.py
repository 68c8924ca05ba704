"""A ModuleList that is extended and inserted into before it is used by position."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.layers = nn.ModuleList([nn.Linear(4, 4)])
        self.layers.extend([nn.Tanh(), nn.Linear(4, 4)])
        self.layers.insert(0, nn.ReLU())

    def forward(self, x):
        out, _ = self.rnn(x)
        out = self.layers[0](out)  #: after enc defined=12
        return self.layers[2](out)


# drive: Net()(torch.zeros(5, 2, 3))
