"""A siamese model: one encoder for two inputs, ReLU on their difference."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4, batch_first=True)  #: layer enc

    def forward(self, x):
        _, (h, _) = self.rnn(x)
        return h[-1]


class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()

    def forward(self, a, b):
        distance = torch.abs(self.encoder(a) - self.encoder(b))
        return torch.relu(1 - distance)  #: after enc


# drive: Siamese()(torch.zeros(2, 5, 3), torch.zeros(2, 4, 3))
