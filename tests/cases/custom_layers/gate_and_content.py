"""A highway layer: the transform carries ReLU, the gate does not; both see the recurrent output."""

import torch
import torch.nn.functional as F
from torch import nn


class Highway(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.H = nn.Linear(size, size)
        self.T = nn.Linear(size, size)

    def forward(self, x):
        h = F.relu(self.H(x))  #: before gru
        t = torch.sigmoid(self.T(x))
        return h * t + x * (1.0 - t)


class CBHG(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.highways = nn.ModuleList([Highway(size) for _ in range(4)])
        self.gru = nn.GRU(size, size, 1, batch_first=True, bidirectional=True)  #: layer gru on_output=no

    def forward(self, x):
        for highway in self.highways:
            x = highway(x)
        return self.gru(x)[0]


# drive: CBHG(4)(torch.zeros(2, 5, 4))
