"""Trap: two parts work on the same input and never meet."""

import torch
from torch import nn


class Text(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer text on_output=no

    def forward(self, x):
        return self.rnn(x)[0][-1]


class Image(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 4)

    def forward(self, x):
        return torch.relu(self.fc(x)).mean(0)


class Both(nn.Module):
    def __init__(self):
        super().__init__()
        self.text, self.image = Text(), Image()

    def forward(self, x):
        return torch.cat([self.text(x), self.image(x)], -1)


# drive: Both()(torch.zeros(5, 2, 3))
