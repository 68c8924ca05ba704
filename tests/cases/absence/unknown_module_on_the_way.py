"""A module of an unknown class lies between the layer and the ReLU."""

import torch
from elsewhere import Block
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=unknown
        self.block = Block()

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.relu(self.block(out))  #: after enc maybe "Block"


# drive: Net()(torch.zeros(5, 2, 3))
