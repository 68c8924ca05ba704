"""zip of a ModuleList with itertools.repeat, cycle and islice; range/len/reversed with known counts."""

import itertools

import torch
import torch.nn as nn


class Repeat(nn.Module):
    def __init__(self, dim=3):
        super().__init__()
        self.rnns = nn.ModuleList([nn.GRU(dim, dim) for _ in range(2)])  #: layer rep
        self.lasts = nn.ModuleList([nn.RNN(dim, dim, nonlinearity="relu"), nn.RNN(dim, dim)])  #: layer last on_output=no; inside last
        self.norms = nn.ModuleList(nn.LayerNorm(dim) for _ in range(2))
        self.acts = [nn.ReLU(), nn.Tanh()]

    def forward(self, x):
        for rnn, act in zip(self.rnns, itertools.repeat(torch.relu)):
            x = act(rnn(x)[0])  #: after rep; before rep; before last
        for last, norm in zip(reversed(self.lasts), itertools.cycle(self.norms)):
            x = norm(last(x)[0])
        return x


class Cycle(nn.Module):
    def __init__(self, dim=3):
        super().__init__()
        self.even = nn.GRU(dim, dim)  #: layer even
        self.odd = nn.GRU(dim, dim)  #: layer odd on_output=no
        self.acts = nn.ModuleList([nn.ReLU(), nn.Sigmoid()])

    def forward(self, x):
        outs = []
        for rnn, act in zip([self.even, self.odd], itertools.cycle(self.acts)):
            outs.append(act(rnn(x)[0]))  #: after even
        for i in range(len(outs)):
            outs[i] = outs[i] + i
        return list(itertools.islice(outs, 1, None)), outs[0]


# drive: (Repeat()(torch.rand(2, 2, 3)), Cycle()(torch.rand(2, 2, 3)))
# drive: (Repeat(2)(torch.rand(2, 2, 2)), Cycle(2)(torch.rand(2, 2, 2)))
