"""What `itertools` and `heapq` give again, and what a `Counter` counts."""

import heapq
from collections import Counter
from itertools import accumulate, islice, pairwise, starmap, tee

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer cell
        self.parts = nn.ModuleList([nn.ReLU(), nn.GRU(4, 4), nn.ReLU(), nn.Tanh()])  #: layer listed
        counts, layers = Counter(), {}
        for name, layer in (("act", nn.ReLU()), ("rnn", nn.GRU(4, 4)), ("act", nn.Tanh())):  #: layer counted on_output=no
            counts[name] += 1
            layers[f"{name}{counts[name]}"] = layer
        self.named = nn.ModuleDict(layers)

    def heap(self, xs):
        states = []
        heapq.heappush(states, (0.5, 1, self.cell(xs[0])))
        _, _, state = heapq.heappop(states)
        return torch.relu(state), heapq.nlargest(1, [1, 2])  #: after cell

    def steps(self, xs):
        *_, last = accumulate([xs[0], *xs], lambda state, x: self.cell(x, state))
        return torch.relu(last)  #: after cell

    def slices(self, x):
        for part in islice(self.parts, 2):
            x = part(x)[0] if isinstance(part, nn.GRU) else part(x)  #: before listed defined=15
        for part in islice(self.parts, 2, None):
            x = part(x)  #: after listed defined=15
        return x

    def counted(self, x):
        y = self.named["rnn1"](self.named["act1"](x))[0]  #: before counted defined=17
        return self.named["act2"](y)

    def taken(self, xs):
        items = iter([xs[0], self.cell(xs[0]), self.cell(xs[1])])
        first = list(islice(items, 1))
        return torch.tanh(first[0]), torch.relu(next(items))  #: after cell

    def pairs(self, xs):
        one, other = tee([self.cell(xs[0]), xs[1]])
        (first, second), *_ = pairwise(one)
        return starmap(torch.add, [(torch.relu(first), second)]), other  #: after cell

    def forward(self, x):
        xs = [x[0], x[1]]
        return self.heap(xs), self.steps(xs), self.taken(xs), self.slices(x), self.counted(x), list(self.pairs(xs)[0])


# drive: Net()(torch.zeros(2, 2, 4))
