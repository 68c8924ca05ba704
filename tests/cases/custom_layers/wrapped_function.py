"""A layer of one's own that applies the function; the application is the call inside it."""

import torch
from torch import nn


class Rectify(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after enc


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4)  #: layer enc
        self.linear = nn.Linear(4, 4)
        self.rectify = Rectify()

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.rectify(self.linear(out))


# drive: Net()(torch.zeros(5, 2, 3))
