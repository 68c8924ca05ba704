"""A model wrapped in DataParallel and used through it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4, batch_first=True)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


def run(x):
    model = nn.DataParallel(Net())
    return torch.relu(model(x))  #: after enc


# drive: run(torch.zeros(2, 5, 3))
