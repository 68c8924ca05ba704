"""A ``forward`` that only says no is no entry: what the class does, its other methods do."""

import torch
from torch import nn


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(3, 3)  #: layer gru

    def forward(self, x):
        raise NotImplementedError

    def act(self, x):
        return torch.relu(self.gru(x)[0])  #: after gru


# drive: Policy().act(torch.zeros(2, 2, 3))
