"""A generator is true even if nothing comes out of it; a dict is true once something was put into it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, names):
        super().__init__()
        self.names = names
        self.rnn = nn.GRU(3, 3)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        nothing = (step for step in [])
        if nothing:
            out = torch.relu(out)  #: after enc
        found = {}
        for name in self.names:
            found[name] = torch.tanh(out)
        found[self.names[0]] = torch.tanh(out)
        if found:
            out = torch.relu(out)  #: after enc
        return out


# drive: Net(["a", "b"])(torch.zeros(5, 2, 3))
# drive: Net(["a"])(torch.zeros(5, 2, 3))
