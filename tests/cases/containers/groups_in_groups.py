"""Open numbers of layers in open numbers of blocks: what walks over all of them meets each kind, once and again."""

import itertools

import torch
from torch import nn


class Inner(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.acts = nn.ModuleList([nn.ReLU() for _ in range(n)])
        self.one = nn.Tanh()


class Net(nn.Module):
    def __init__(self, n, *lists, name="relu"):
        super().__init__()
        self.lists, self.name = lists, name
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.blocks = nn.ModuleList([Inner(n) for _ in range(n)])

    def forward(self, x):
        out = self.rnn(x)[0]
        for block in self.blocks:
            for act in block.acts:
                act(out)  #: after rnn defined=12
            block.one(out)
        for part in self.blocks.modules():
            if isinstance(part, nn.ReLU):
                out = part(out)  #: after rnn defined=12
        for name, part in self.named_modules():
            if isinstance(part, nn.Tanh):
                part(out)
        for act in itertools.chain(*[block.acts for block in self.blocks]):
            act(out)  #: after rnn defined=12
        for value in itertools.chain(*self.lists):
            if value == "relu":
                torch.relu(out)  #: after rnn if "relu"
        for value in itertools.chain([1], *self.lists):
            if value == 1:
                torch.relu(out)  #: after rnn
        if "relu".startswith(self.name) and "relu".replace(self.name, "") == "":
            torch.relu(out)  #: after rnn if "startswith"
        return out


# drive: Net(2, ["a"], name="x")(torch.zeros(5, 2, 3))
# drive: Net(2, ["relu"])(torch.zeros(5, 2, 3))
