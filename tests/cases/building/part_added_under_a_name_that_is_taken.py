"""A part added under a name that is taken replaces the one that had it; what is deleted is gone; an open number is where counting starts."""

import torch
from torch import nn


class Replaced(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer replaced on_output=no
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
        self.head.add_module("1", nn.Tanh())

    def forward(self, x):
        out = self.head(self.rnn(x)[0])
        return out if len(self.head) == 2 else torch.relu(out)


class Twice(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer twice on_output=yes
        self.head = nn.Sequential(nn.Linear(4, 4))
        self.head.add_module("1", nn.Tanh())
        self.head.add_module("1", nn.ReLU())

    def forward(self, x):
        out = self.head(self.rnn(x)[0])  #: after twice defined=25
        return out if len(self.head) == 2 else torch.relu(out)


class Held:
    pass


class Deleted(nn.Module):
    def __init__(self, first=1):
        super().__init__()
        self.first = first
        self.rnn = nn.GRU(3, 4)  #: layer deleted on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        held = Held()
        held.kept, held.gone = 1, 2
        del held.gone
        torch.relu(out) if "gone" in vars(held) or len(vars(held)) != 1 else out
        for number, step in enumerate([x, out], start=self.first):
            torch.relu(step) if number == 2 else step  #: after deleted if "== 2"
        return out


# drive: Replaced()(torch.zeros(5, 2, 3)), Twice()(torch.zeros(5, 2, 3)), Deleted()(torch.zeros(5, 2, 3))
# drive: Replaced()(torch.zeros(5, 2, 3)), Twice()(torch.zeros(5, 2, 3)), Deleted(2)(torch.zeros(5, 2, 3))
