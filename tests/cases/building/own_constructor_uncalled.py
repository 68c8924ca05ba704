"""A class method builds the model with its layer, and nothing scanned calls it."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self, rnn):
        super().__init__()
        self.rnn = rnn

    @classmethod
    def build(cls):
        return cls(nn.GRU(3, 4))  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0].relu()  #: after rnn


# drive: Net.build()(torch.zeros(3, 2, 3))
