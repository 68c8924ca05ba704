"""A mask computed from the rectified input multiplies the layer's input: it is a value."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        mask = (torch.relu(x) > 0).float()  #: before enc
        return self.rnn(x * mask)[0]


# drive: Net()(torch.zeros(5, 2, 3))
