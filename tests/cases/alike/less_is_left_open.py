"""On the second way less is open than on the first: there the call gives the number, and not one of several."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, deep=False):
        super().__init__()
        self.deep = deep
        self.project = nn.Linear(4, 4)
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no

    def size(self, x):
        self.project(x)
        if self.deep:
            return 2
        return x.shape[0] * 1

    def forward(self, x):
        size = self.size(torch.tanh(x))
        if self.deep:
            if self.size(torch.sigmoid(x)) == 2:
                x = torch.relu(x)  #: before rnn if "deep=True (default False)"
        return self.rnn(x * size)


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(True)(torch.zeros(5, 2, 4))
