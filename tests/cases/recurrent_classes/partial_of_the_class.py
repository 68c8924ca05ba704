"""The class with some arguments given by functools.partial."""

from functools import partial

import torch
from torch import nn

rnn_layer = partial(nn.GRU, batch_first=True)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = rnn_layer(3, 4)  #: layer enc

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after enc


# drive: Net()(torch.zeros(2, 5, 3))
