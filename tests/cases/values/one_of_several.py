"""One of several is taken, by a key, by chance or by an open index: a ReLU on it acts on each only where that is the one."""

import random

import torch
from torch import nn


def size(tensor):
    return float(tensor.abs().sum())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x, index):
        out = self.rnn(x)[0]
        greatest = torch.relu(max(x, out, key=size))  #: after rnn if "max"
        least = torch.relu(min([x, out], key=size))  #: after rnn if "min"
        first = torch.relu(sorted([x, out, x + 100], key=size)[0])  #: after rnn if "sorted"
        pair = [out, x]
        pair.sort(key=size, reverse=True)
        last = torch.relu(pair[-1])  #: after rnn if "sorted"
        drawn = torch.relu(random.choice([x, out]))  #: after rnn if "random.choice"
        asked = torch.relu([x, out][index])  #: after rnn if "index"
        return greatest, least, first, last, drawn, asked


class All(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer all
        self.act = nn.ReLU()

    def forward(self, x):
        out = self.rnn(x)[0]
        low, high = sorted((x, out), key=size)
        both = torch.relu(low) + torch.tanh(high)  #: after all if "sorted"
        total = torch.relu(torch.cat(sorted([x, out, x + 1], key=size)))  #: after all
        best = max([self.act, nn.Identity()], key=lambda layer: size(layer(x)))
        return both, total, best(out), max(2, 3, key=abs), min(range(3), key=abs)  #: after all if "max"


# drive: random.seed(0), Net()(torch.ones(3, 2, 4) * 50, 0), All()(torch.ones(3, 2, 4) * -50)
# drive: random.seed(2), Net()(torch.zeros(3, 2, 4), 1), All()(torch.zeros(3, 2, 4))
# drive: random.seed(3), Net()(torch.zeros(3, 2, 4), 1), All()(torch.ones(3, 2, 4) * 50)
# drive: random.seed(5), Net()(torch.ones(3, 2, 4) * 50, 1), All()(torch.zeros(3, 2, 4))
