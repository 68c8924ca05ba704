"""Lists of an unknown number: their ends, slices, chains, what iterating and spreading them gives."""

import itertools

import torch
from torch import nn


def ends(first, *steps):
    torch.relu(first)
    return torch.relu(steps[-1])  #: after last


class Net(nn.Module):
    def __init__(self, count):
        super().__init__()
        self.count = count
        self.last = nn.GRU(3, 4)  #: layer last on_output=yes
        self.each = nn.GRU(3, 4)  #: layer each on_output=yes
        self.bare = nn.GRU(3, 4)  #: layer bare on_output=no

    def forward(self, x):
        inputs = [x for _ in range(self.count)]
        outputs = [self.each(step)[0] for step in inputs]
        ends(*inputs, self.last(x)[0])
        for step in itertools.chain(*[inputs, inputs]):
            torch.relu(step)
        for step in outputs[: self.count]:
            torch.relu(step)  #: after each
        torch.relu(next(iter(inputs)))
        torch.relu(next(iter(outputs)))  #: after each
        for step in iter(outputs[0]):
            torch.relu(step)  #: after each
        if outputs:
            torch.relu(outputs[-1])  #: after each
        if [] or not inputs:
            torch.relu(self.bare(x)[0])
        return self.bare(x)


class Middle(nn.Module):
    def __init__(self, count):
        super().__init__()
        self.count = count
        self.rnn = nn.GRU(3, 4)  #: layer middle on_output=yes

    def forward(self, x):
        first, *middle, end = [x, *[self.rnn(x)[0] for _ in range(self.count)], x]
        torch.relu(first)
        torch.relu(end)
        for step in middle:
            torch.relu(step)  #: after middle
        for step in [*middle, self.rnn(x)[0]][:-1]:
            torch.relu(step)  #: after middle
        for step in [x, *middle][1:]:
            torch.tanh(step)
        for step in [*[x for _ in middle], self.rnn(x)[0]][:-1]:
            torch.relu(step)
        return first


# drive: (Net(1)(torch.zeros(5, 2, 3)), Middle(1)(torch.zeros(5, 2, 3)))
# drive: (Net(3)(torch.zeros(5, 2, 3)), Middle(2)(torch.zeros(5, 2, 3)))
