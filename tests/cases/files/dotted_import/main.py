"""A package of one's own called nn, imported by its dotted name beside the library's."""

import lib.nn.acts
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        return lib.nn.acts.positive(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
