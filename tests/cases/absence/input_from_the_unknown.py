"""The input comes out of a function outside the scan; the output goes nowhere unknown."""

from elsewhere import unchanged
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return self.rnn(unchanged(x))[0]


# drive: Net()(torch.zeros(5, 2, 3))
