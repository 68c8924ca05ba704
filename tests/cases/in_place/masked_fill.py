"""An in-place operation that keeps part of what was there."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4, batch_first=True)  #: layer enc
        self.score = nn.Linear(4, 1)

    def forward(self, x, mask):
        scores = self.score(self.rnn(x)[0]).squeeze(-1)
        scores = scores.masked_fill(mask, float("-inf"))
        scores.masked_fill_(mask, 0.0)
        return torch.relu(scores)  #: after enc


# drive: Net()(torch.zeros(2, 5, 3), torch.zeros(2, 5, dtype=torch.bool))
