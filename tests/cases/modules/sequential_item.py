"""A Sequential's items used by index, and its named child by attribute."""

from collections import OrderedDict

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.layers = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
        self.named = nn.Sequential(OrderedDict(fc=nn.Linear(3, 3), act=nn.ReLU()))

    def forward(self, x):
        x = self.named.act(self.named.fc(x))  #: before enc defined=13
        out, _ = self.rnn(x)
        out = self.layers[0](out)
        return self.layers[-1](out)  #: after enc defined=12


# drive: Net()(torch.zeros(5, 2, 3))
