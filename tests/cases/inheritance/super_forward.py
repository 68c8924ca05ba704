"""The subclass adds ReLU to what the inherited forward gives."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.rnn = nn.GRU(size, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        return out


class RectifiedEncoder(Encoder):
    def __init__(self, size):
        super(RectifiedEncoder, self).__init__(size)
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        out = super().forward(x)
        return torch.relu(self.fc(out))  #: after enc


# drive: RectifiedEncoder(3)(torch.zeros(5, 2, 3))
