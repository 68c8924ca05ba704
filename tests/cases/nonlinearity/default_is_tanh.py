"""Trap: without the argument, or with "tanh", there is no ReLU inside."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.plain = nn.RNN(3, 4)  #: layer plain on_output=no
        self.said = nn.RNN(4, 4, nonlinearity="tanh")  #: layer said on_output=no

    def forward(self, x):
        return self.said(self.plain(x)[0])[0]


# drive: Net()(torch.zeros(5, 2, 3))
