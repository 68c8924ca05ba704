"""Getters, callers and partials that are made first and called later; maps and filters over known lists."""

import operator
from functools import partial

import torch
from torch import nn


class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def swap(self, other=None):
        return other if other is not None else self.first


def chosen(x, act=torch.tanh, twice=False):
    x = act(x)  #: after rnn
    return act(x) if twice else x  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.bend = partial(chosen, act=torch.relu)

    def forward(self, x):
        out = self.rnn(x)[0]
        pair = Pair(x, out)
        torch.relu(operator.itemgetter(0)((x, out)))
        torch.relu(operator.itemgetter(1)((x, out)))  #: after rnn
        torch.relu(operator.itemgetter(1, 0)((x, out))[1])
        torch.relu(operator.attrgetter("first")(pair))
        torch.relu(operator.attrgetter("second")(pair))  #: after rnn
        torch.relu(operator.methodcaller("swap")(pair))
        torch.relu(operator.methodcaller("swap", out)(pair))  #: after rnn
        torch.relu(operator.methodcaller("swap", other=out)(pair))  #: after rnn
        first, second = map(torch.tanh, (x, out))
        torch.relu(first)
        torch.relu(second)  #: after rnn
        one, two = map(lambda a, b: b, (out, x), (x, out))
        torch.relu(one)
        torch.relu(two)  #: after rnn
        (kept,) = filter(lambda step: step is not None, [None, x])
        torch.relu(kept)
        low, high = sorted([1, 2]), list(reversed([out, x]))
        torch.relu(high[0])
        if low[0] == 1:
            torch.relu(high[1])  #: after rnn
        self.bend(out, twice=True)
        return chosen(x)


# drive: Net()(torch.zeros(5, 2, 3))
