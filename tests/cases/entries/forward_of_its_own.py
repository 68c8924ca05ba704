"""Objects whose constructor, or whoever made them, puts a forward in place of that of the class: perhaps."""

import torch
from torch import nn


class Fast(nn.Module):
    def __init__(self, fast=False):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer fast
        if fast:
            self.forward = self.bare

    def bare(self, x):
        return self.rnn(x)[0]

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after fast if "fast"


class Either(nn.Module):
    def __init__(self, in_training=True):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer either
        if in_training:
            self.forward = self.train_step
        else:
            self.forward = self.test_step

    def train_step(self, x):
        return self.rnn(x)[0]

    def test_step(self, x):
        return torch.relu(self.rnn(x)[0])  #: after either if "in_training"


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer kept
        self._inner = self._run
        self.forward = self._wrapped

    def _run(self, x):
        return self.rnn(x)[0]

    def _wrapped(self, x):
        return torch.relu(self._inner(x))  #: after kept


class Bound(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer bound
        self.forward = torch.no_grad()(self.forward)

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after bound


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer patched

    def forward(self, x):
        return self.rnn(x)[0]


def patched(x, is_patched=False):
    net = Plain()
    if is_patched:
        inner = net.forward
        net.forward = lambda x: torch.relu(inner(x))  #: after patched if "is_patched"
    return net(x)


def drive(flag):
    x = torch.zeros(5, 2, 4)
    Fast(flag)(x), Either(flag)(x), Kept()(x), Bound()(x), patched(x, flag)


# drive: drive(True)
# drive: drive(False)
