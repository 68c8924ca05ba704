"""Trap: two files define a class of one name; the imported one has no ReLU."""

from right import Head
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = Head()

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
