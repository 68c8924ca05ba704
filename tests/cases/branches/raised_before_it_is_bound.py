"""What raises binds nothing: its handler finds under the name what was there before."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer bound
        self.other = nn.GRU(3, 4)  #: layer added
        self.last = nn.GRU(3, 4)  #: layer quiet

    def fast(self, y):
        raise NotImplementedError

    def forward(self, x):
        y = self.rnn(x)[0]
        try:
            y = self.fast(y)
        except NotImplementedError:
            y = torch.relu(y)  #: after bound
        z = self.other(x)[0]
        try:
            z += self.fast(z)
        except NotImplementedError:
            z = torch.relu(z)  #: after added
        q = self.last(x)[0]
        try:
            q = torch.zeros(5, 2, 4)
            q = self.fast(q)
        except NotImplementedError:
            q = torch.relu(q)
        return y, z, q


# drive: Net()(torch.zeros(5, 2, 3))
