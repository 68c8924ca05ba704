"""Sequentials within Sequentials, one of them with names in an OrderedDict."""

from collections import OrderedDict

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        block = nn.Sequential(OrderedDict([("fc", nn.Linear(4, 4)), ("act", nn.ReLU())]))
        self.rnn = nn.RNN(3, 4)  #: layer enc
        self.head = nn.Sequential(nn.Sequential(nn.Dropout(0.1), block), nn.Linear(4, 1))

    def forward(self, x):
        out, h = self.rnn(x)
        return self.head(h.squeeze(0))  #: after enc defined=11


# drive: Net()(torch.zeros(5, 2, 3))
