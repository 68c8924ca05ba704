"""A module that a package imports under its own name is an attribute of the package."""

import parts
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = parts.encoder.Encoder()

    def forward(self, x):
        return torch.relu(self.encoder(x))  #: after rnn


# drive: Net()(torch.zeros(5, 2, 4))
