"""Two elements of something open are two things, however the row was made that they stand in."""

import torch
from torch import nn


class Given(nn.Module):
    def __init__(self, *sizes):
        super().__init__()
        self.rnn = nn.GRU(3, sizes[0])  #: layer given
        layers = []
        for before, after in zip(sizes[:-1], sizes[1:]):
            layers.append(nn.Linear(before, after))
            if before != after:
                layers.append(nn.ReLU())
        self.head = nn.Sequential(*layers)

    def forward(self, x):
        return self.head(self.rnn(x)[0])  #: after given if


class Made(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        sizes = [2 * size for size in sizes]
        self.rnn = nn.GRU(3, sizes[0])  #: layer made
        self.head = nn.Linear(sizes[0], sizes[1])
        self.bend = sizes[0] != sizes[1]

    def forward(self, x):
        states = self.head(self.rnn(x)[0])
        return torch.relu(states) if self.bend else states  #: after made if


class Grown(nn.Module):
    def __init__(self, names):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer grown
        flags = []
        for name in names:
            flags.append(name == "relu")
        self.bend = flags[0] and not flags[1]

    def forward(self, x):
        states = self.rnn(x)[0]
        return torch.relu(states) if self.bend else states  #: after grown if


# drive: Given(4, 4)(torch.zeros(5, 2, 3))
# drive: Given(4, 5)(torch.zeros(5, 2, 3))
# drive: Made([4, 4])(torch.zeros(5, 2, 3))
# drive: Made([4, 5])(torch.zeros(5, 2, 3))
# drive: Grown(["relu", "tanh"])(torch.zeros(5, 2, 3))
# drive: Grown(["relu", "relu"])(torch.zeros(5, 2, 3))
