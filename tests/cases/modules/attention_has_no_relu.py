"""Trap: attention over the outputs passes values on and applies no ReLU of its own; the one behind it counts."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.attention = nn.MultiheadAttention(4, 2)
        self.query = nn.Parameter(torch.zeros(1, 1, 4))

    def forward(self, x):
        out, _ = self.rnn(x)
        query = self.query.expand(1, x.size(1), 4)
        context, weights = self.attention(query, out, out)
        return torch.relu(context), torch.softmax(weights, -1)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
