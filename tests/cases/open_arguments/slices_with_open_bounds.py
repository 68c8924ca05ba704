"""How far a slice goes, an open argument says."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, upto=2, first=0):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        children = [nn.Linear(4, 4), nn.ReLU(), nn.Tanh()]
        self.head = nn.Sequential(*children[:upto])
        self.tail = nn.Sequential(*children[first:])
        self.most = children[:-upto]

    def forward(self, x):
        y = self.rnn(x)[0]
        for layer in self.most:
            layer(x)
        return self.head(y), self.tail(y)  #: after rnn if "upto > 1" defined=11; after rnn if "first" defined=11


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(1, 2)(torch.zeros(5, 2, 4))
