"""iter, next, chain, repeat, sum, max and reduce: what they take and what they leave."""

import itertools
from functools import reduce

import torch
from torch import nn


class Taken(nn.Module):
    """An iterator of an iterator is the same one: what was taken is gone for both."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer taken on_output=yes

    def forward(self, x):
        steps = iter([self.rnn(x)[0], x])
        again = iter(steps)
        out = next(steps)
        torch.relu(next(again))
        torch.relu(next(steps, x))
        return torch.relu(out)  #: after taken


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer nested on_output=yes

    def forward(self, x):
        out, state = self.rnn(x)
        first, second, third = itertools.chain.from_iterable([[x, out], (state,)])
        torch.relu(first)
        return torch.tanh(second), torch.relu(third)  #: after nested


class Repeated(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer repeated on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        for step in itertools.repeat(x, 2):
            torch.relu(step)
        for step in itertools.repeat(out, 2):
            out = torch.relu(step)  #: after repeated
        return out


class Summed(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer summed on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if sum([1, 2]) == 4 or max(2, 3) == 2 or min(2, 3) == 3:
            torch.relu(out)
        if max(2, 3) == 3 and min(2, 3) == 2:
            torch.relu(out)  #: after summed
        torch.relu(sum([x, x]))
        torch.relu(sum([x, out]))  #: after summed
        highest = max(out[0, 0, 0], out[0, 0, 1])
        torch.relu(highest)  #: after summed
        return torch.relu(reduce(torch.add, [x, x], out))  #: after summed


# drive: [net()(torch.zeros(5, 2, 3)) for net in (Taken, Nested, Repeated, Summed)]
