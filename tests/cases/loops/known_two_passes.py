"""A loop that surely runs twice sends the first output through the ReLU again: definite on both sides."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer enc

    def forward(self, x):
        for _ in range(2):
            x = torch.relu(x)  #: before enc; after enc
            x, _ = self.rnn(x)
        return x


# drive: Net()(torch.zeros(5, 2, 4))
