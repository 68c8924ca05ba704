"""The recurrent layer itself in a Sequential, with a module that takes the first of its outputs."""

from torch import nn


class First(nn.Module):
    def forward(self, pair):
        return pair[0]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(3, 3),
            nn.ReLU(),
            nn.LSTM(3, 4),  #: layer enc
            First(),
            nn.Linear(4, 4),
            nn.ReLU(),
        )

    def forward(self, x):
        return self.body(x)  #: before enc defined=16; after enc defined=20


# drive: Net()(torch.zeros(5, 2, 3))
