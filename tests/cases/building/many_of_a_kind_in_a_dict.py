"""Layers of open number inside other parts: what holds many, what walks over them, and what is one of them."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.acts = nn.ModuleList([nn.ReLU() for _ in range(n)])
        self.last = nn.Tanh()

    def forward(self, x):
        for act in self.acts:
            x = act(x)  #: after rnn defined=10
        return self.last(x)


class Net(nn.Module):
    def __init__(self, n, names):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.table = nn.ModuleDict({name: nn.Sequential(nn.Tanh(), nn.ReLU()) for name in names})
        self.block = Block(n)
        self.known = nn.ModuleDict({"a": nn.ReLU(), "b": nn.ModuleDict({"c": nn.ReLU(), "d": nn.Tanh()})})

    def forward(self, x):
        out = self.rnn(x)[0]
        for name, part in self.table.items():
            part(out)  #: after rnn defined=23
        for part in self.table.values():
            part[1](out)  #: after rnn defined=23
            part[0](out)
        self.block(out)
        for name, part in self.named_modules():
            if isinstance(part, nn.ReLU):
                part(out)  #: after rnn defined=10; missing after rnn defined=23; after rnn defined=25
        for part in self.modules():
            if isinstance(part, nn.Tanh):
                part(out)
        for part in self.block.children():
            if isinstance(part, nn.Tanh):
                part(out)
        self.known["b"]["c"](out)  #: after rnn defined=25
        self.known["b"]["d"](out)
        for part in self.known["b"].children():
            if not isinstance(part, nn.Tanh):
                part(out)  #: after rnn defined=25
        if len(list(self.known.modules())) == 5:
            torch.relu(out)  #: after rnn
        return out


# drive: Net(2, ["a", "b"])(torch.zeros(5, 2, 3))
