"""What a list of open length holds is open; a generator is used up by the first that goes through it; parts have names."""

import torch
from torch import nn


class Length(nn.Module):
    def __init__(self, kinds):
        super().__init__()
        self.known = ["a", *(kind.lower() for kind in kinds)]
        self.rnn = nn.GRU(3, 4)  #: layer length on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        torch.relu(out) if "b" in self.known else out  #: after length if "in self.known"
        return out


class Once(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer once on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        steps = (step for step in (out, x))
        for step in steps:
            torch.relu(step)  #: after once
        for step in steps:
            torch.relu(out)
        return out


class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer named on_output=yes
        self.pair = nn.Sequential(nn.Tanh(), nn.ReLU())

    def forward(self, x):
        out = self.rnn(x)[0]
        for name, part in self.named_modules():
            if name == "pair.0":
                out = part(out)
            if name == "pair.1":
                out = part(out)  #: after named
        for name, part in self.pair.named_children():
            if name == "0":
                out = part(out)
        return out


class Taken(nn.Module):
    def __init__(self, options):
        super().__init__()
        self.bends = options.pop("bends", False)
        self.rnn = nn.GRU(3, 4)  #: layer taken on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        return torch.relu(out) if self.bends else out  #: after taken if "options"


class Compared(nn.Module):
    def __init__(self, size=3, other=None):
        super().__init__()
        self.size, self.other = size, other
        self.rnn = nn.GRU(3, 4)  #: layer compared on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        return torch.relu(out) if self.size == self.other else out  #: after compared if "(default 3) (default None)"


class Starred(nn.Module):
    def __init__(self, *bends):
        super().__init__()
        self.bends = bends
        self.rnn = nn.GRU(3, 4)  #: layer starred on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        return torch.relu(out) if self.bends else out  #: after starred if "bends"


# drive: [net(torch.zeros(5, 2, 3)) for net in (Length(["b"]), Once(), Named(), Taken({}), Compared(), Starred())]
# drive: [net(torch.zeros(5, 2, 3)) for net in (Length([]), Once(), Named(), Taken({"bends": True}), Compared(3, 3), Starred(1))]
