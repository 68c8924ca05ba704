"""The layer class comes from a sibling module by a relative import."""

from torch import nn

from .layers import Rectify


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = Rectify()

    def forward(self, x):
        return self.act(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
