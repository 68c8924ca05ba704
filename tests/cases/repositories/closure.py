"""Closures, decorators and generators: a memoizing decorator, a make_block closure, a pipeline of generator expressions."""

import functools

import torch
from torch import nn


def with_skip(method):
    @functools.wraps(method)
    def wrapper(self, x, *args, **kwargs):
        y = method(self, x, *args, **kwargs)
        return y + x if y.shape == x.shape else y

    return wrapper


def rectified(times):
    def decorate(fn):
        def inner(self, x):
            out = fn(self, x)
            for _ in range(times):
                out = torch.relu(out)  #: after rnn; before head_rnn
            return out

        return inner

    return decorate


def make_block(dim, act):
    lin = nn.Linear(dim, dim)

    def block(x):
        return act(lin(x))

    return lin, block


class Net(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.lin, self.block = make_block(dim, act=lambda t: nn.functional.relu(t))  #: before rnn; before head_rnn
        self.rnn = nn.LSTM(dim, dim)  #: layer rnn
        self.head_rnn = nn.GRU(dim, dim)  #: layer head_rnn on_output=no
        self.silent, self.other = make_block(dim, nn.ReLU())

    @with_skip
    def embed(self, x):
        return self.block(x)

    @rectified(times=2)
    def encode(self, x):
        return self.rnn(x)[0]

    def windows(self, seq, size=2):
        for i in range(0, seq.size(0) - size + 1):
            yield seq[i : i + size].mean(0)

    def forward(self, x):
        seq = self.encode(self.embed(x))
        smooth = torch.stack([w for w in self.windows(seq)])
        out, _ = self.head_rnn(smooth)
        dropped = self.other(x)
        del dropped
        return out


# drive: Net()(torch.rand(3, 2, 4))
