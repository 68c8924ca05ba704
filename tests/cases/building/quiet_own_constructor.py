"""A class method that nothing scanned calls builds the model; its ReLU stands beside the layer it is given."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, rnn):
        super().__init__()
        self.rnn = rnn

    @classmethod
    def build(cls):
        return cls(nn.GRU(3, 4))  #: layer rnn on_output=no

    def forward(self, x):
        return self.rnn(x)[0] + torch.relu(torch.ones(4))


# drive: Net.build()(torch.zeros(3, 2, 3))
