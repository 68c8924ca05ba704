"""The joined features go through a common ReLU, and only the larger model knows."""

import torch
from torch import nn


class Text(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer text

    def forward(self, x):
        return self.rnn(x)[0][-1]


class Both(nn.Module):
    def __init__(self):
        super().__init__()
        self.text = Text()
        self.image = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        self.fuse = nn.Linear(8, 2)

    def forward(self, x):
        features = torch.cat([self.text(x), self.image(x).mean(0)], -1)
        return torch.relu(self.fuse(features))  #: after text


# drive: Both()(torch.zeros(5, 2, 3))
