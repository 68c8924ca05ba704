"""What a module holds is there whoever asks for it first: the second call finds what the first one left."""

import torch
from torch import nn


class Cache:
    def __init__(self):
        self.last = None


SEEN = []
CACHE = Cache()
TOTAL = torch.zeros(4)


class Net(nn.Module):
    newest = []

    def __init__(self):
        super().__init__()
        self.project = nn.Linear(4, 4)
        self.first = nn.GRU(4, 4)  #: layer first on_output=no
        self.newer = nn.GRU(4, 4)  #: layer newer on_output=no
        self.last = nn.GRU(4, 4)  #: layer last on_output=no
        self.summed = nn.GRU(4, 4)  #: layer summed on_output=no

    def note(self, x):
        y = self.project(x)
        SEEN.append(y)
        Net.newest.append(y)
        return SEEN[0]

    def keep(self, x):
        CACHE.last = self.project(x)
        return x

    def add(self, x):
        y = self.project(x)
        TOTAL.copy_(y[0, 0])
        return y

    def forward(self, x):
        smooth = torch.tanh(x)
        bent = torch.relu(x)  #: before newer; before last; before summed
        SEEN.clear()
        Net.newest.clear()
        self.note(smooth)
        self.first(self.note(bent))
        self.newer(Net.newest[1])
        self.keep(smooth)
        self.keep(bent)
        self.last(CACHE.last)
        self.add(smooth)
        self.add(bent)
        return self.summed(x + TOTAL)


# drive: Net()(torch.zeros(5, 2, 4))
