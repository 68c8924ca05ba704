"""What hands on what it is given: a generator's return value, a named tuple that is called, wrappers of the standard library."""

import asyncio
import contextlib
import functools
from typing import NamedTuple

import torch
from torch import nn


class Delegated(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer delegated

    def steps(self, x):
        yield x
        return self.rnn(x)[0]

    def all_steps(self, x):
        out = yield from self.steps(x)
        yield torch.relu(out)  #: after delegated

    def forward(self, x):
        return list(self.all_steps(x))[-1]


class Pair(NamedTuple):
    rnn: nn.Module
    act: nn.Module

    def __call__(self, x):
        return self.act(self.rnn(x)[0])  #: after pair defined=40


class Paired(nn.Module):
    def __init__(self):
        super().__init__()
        self.pair = Pair(nn.GRU(4, 4), nn.ReLU())  #: layer pair

    def forward(self, x):
        return self.pair(x)


def rectified(function):
    def inner(*args):
        return torch.relu(function(*args))  #: after wrapped

    return functools.update_wrapper(inner, function)


class Wrapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer wrapped

    @rectified
    def forward(self, x):
        return self.rnn(x)[0]


class Source:
    def __init__(self, x):
        self.x = x

    def close(self):
        self.x = None


class Closed(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer closed on_output=no

    def forward(self, x):
        with contextlib.closing(Source(torch.relu(x))) as source:  #: before closed
            return self.rnn(source.x)[0]


class Gathered(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(4, 4)  #: layer gathered
        self.second = nn.GRU(4, 4)  #: layer other on_output=no

    async def run(self, layer, x):
        return layer(x)[0]

    async def both(self, x):
        task = asyncio.create_task(self.run(self.first, x))
        return await asyncio.gather(task, self.run(self.second, x))

    def forward(self, x):
        one, two = asyncio.run(self.both(x))
        return torch.relu(one) + two  #: after gathered


# drive: [net(torch.zeros(5, 2, 4)) for net in (Delegated(), Paired(), Wrapped(), Closed(), Gathered())]
