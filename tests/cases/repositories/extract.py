"""nn.Sequential with wrappers that take the output of a recurrent layer."""
from collections import OrderedDict

import torch
from torch import nn


class SelectItem(nn.Module):
    def __init__(self, item_index):
        super().__init__()
        self.item_index = item_index

    def forward(self, inputs):
        return inputs[self.item_index]


class ExtractLast(nn.Module):
    def forward(self, x):
        out, _ = x
        return out[:, -1, :]


class Transpose(nn.Module):
    def __init__(self, *dims):
        super().__init__()
        self.dims = dims

    def forward(self, x):
        return x.transpose(*self.dims)


def make_classifier():
    return nn.Sequential(OrderedDict([
        ("conv", nn.Conv1d(3, 4, 3, padding=1)),
        ("bn", nn.BatchNorm1d(4)),
        ("act", nn.ReLU()),
        ("t", Transpose(1, 2)),
        ("rnn", nn.LSTM(4, 5, batch_first=True)),  #: layer first
        ("sel", SelectItem(0)),
        ("drop", nn.Dropout(0.1)),
        ("rnn2", nn.GRU(5, 5, batch_first=True)),  #: layer second
        ("last", ExtractLast()),
        ("fc", nn.Linear(5, 2)),
    ]))


class TwoStreams(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = make_classifier()
        self.b = nn.Sequential(
            nn.Flatten(),
            nn.Linear(18, 4),
            nn.ReLU(),
            nn.Linear(4, 2),
        )

    def forward(self, x):
        return self.a(x) + self.b(x)  #: before first defined=36; before second defined=36


# drive: TwoStreams()(torch.rand(2, 3, 6))
