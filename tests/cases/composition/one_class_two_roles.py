"""One class built twice: its ReLU comes after the one layer and before the other."""

import torch
from torch import nn


class Dense(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.fc = nn.Linear(n_in, n_out)

    def forward(self, x):
        return torch.relu(self.fc(x))  #: before enc; after enc


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = Dense(3, 4)
        self.rnn = nn.GRU(4, 4)  #: layer enc
        self.last = Dense(4, 2)

    def forward(self, x):
        return self.last(self.rnn(self.first(x))[0])


# drive: Net()(torch.zeros(5, 2, 3))
