"""Iterators and generators give each element once."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def parts(self, x, y):
        yield y
        yield x
        yield y

    def forward(self, x):
        y = self.rnn(x)[0]
        parts = self.parts(x, y)
        first = next(parts)
        second = torch.relu(next(parts))
        third = torch.relu(next(parts))  #: after rnn
        more = iter([y, x])
        next(more)
        for rest in more:
            rest = torch.relu(rest)
        again = [torch.relu(part) for part in more]
        doubled = (part * 2 for part in (x, y))
        next(doubled)
        last = torch.relu(next(doubled))  #: after rnn
        none = next(doubled, x)
        return first, second, third, rest, again, last, torch.relu(none)


class Copied(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)  #: layer copied

    def forward(self, x):
        y = self.rnn(x)[0]
        with torch.no_grad():
            y.copy_(y)
            kept = torch.relu(y)  #: after copied
            y.copy_(x)
        return kept, torch.relu(y)


def run():
    Net()(torch.rand(3, 2, 4))
    Copied()(torch.rand(3, 2, 4))


# drive: run()
