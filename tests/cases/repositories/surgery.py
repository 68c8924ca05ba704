"""Heads and activations are replaced after construction."""
import torch
import torch.nn as nn


class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4, batch_first=True)  #: layer rnn
        self.act = nn.ReLU()
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2))

    def features(self, x):
        return self.rnn(x)[0][:, -1]

    def forward(self, x):
        return self.head(self.act(self.features(x)))  #: after rnn defined=10; after rnn defined=11


class FineTuned(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = Base()
        self.body.act = nn.Identity()
        self.body.head = nn.Linear(4, 3)

    def forward(self, x):
        return self.body(x)


class Swapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = Base()
        self.body.head[1] = nn.Tanh()
        self.body.act = nn.Sequential()

    def forward(self, x):
        return self.body(x)


class Truncated(nn.Module):
    def __init__(self):
        super().__init__()
        full = nn.Sequential(nn.Linear(3, 3), nn.ReLU(), nn.Linear(3, 3), nn.ReLU(), nn.Linear(3, 2))
        self.low = full[:1]
        self.high = nn.Sequential(*list(full.children())[2:])
        self.rnn = nn.GRU(3, 3, batch_first=True)  #: layer cut

    def forward(self, x):
        y, _ = self.rnn(self.low(x))
        return self.high(y)  #: after cut defined=45


# drive: FineTuned()(torch.rand(2, 3, 3)), Swapped()(torch.rand(2, 3, 3)), Truncated()(torch.rand(2, 3, 3)), Base()(torch.rand(2, 3, 3))
