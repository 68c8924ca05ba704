"""What works in place gives back its very argument: what is written into the result later, the argument holds, too."""

from functools import partial, reduce

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.ReLU(inplace=True), nn.Tanh()]
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x):
        y = reduce(lambda v, f: f(v), self.layers, partial(F.relu, inplace=True)(x[-1]))  #: before rnn; before rnn defined=13
        z = F.relu(x, inplace=True)  #: before rnn
        z.add_(F.relu(y))  #: before rnn
        return self.rnn(x)[0]


# drive: Net()(torch.ones(3, 2, 4))
