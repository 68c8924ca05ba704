"""Trap: an attribute called relu that holds a sigmoid; one called sigmoid holds the ReLU, before the layer."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.relu = nn.Sigmoid()
        self.sigmoid = nn.ReLU()

    def forward(self, x):
        x = self.sigmoid(x)  #: before enc defined=11
        return self.relu(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
