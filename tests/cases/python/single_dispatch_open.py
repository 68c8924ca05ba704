"""Whether an implementation is registered is open, and of two for one type the last one counts."""

from functools import singledispatch

import torch
from torch import nn


@singledispatch
def finish(kind, value):
    return torch.sigmoid(value)


@finish.register(int)
def first(kind, value):
    return torch.relu(value)


@finish.register(int)
def second(kind, value):
    return torch.tanh(value)


class Net(nn.Module):
    def __init__(self, sharp=False):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

        @singledispatch
        def act(value, x):
            return torch.tanh(x)

        if sharp:
            act.register(int, lambda value, x: torch.relu(x))  #: after enc if "sharp"
        self.act = act

    def forward(self, x):
        out, _ = self.rnn(x)
        return finish(1, out), self.act(1, out)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
