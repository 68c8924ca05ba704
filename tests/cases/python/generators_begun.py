"""A generator runs no further than it is asked: what stands behind its ``yield`` never runs, or finds what was done meanwhile."""

import itertools

import torch
from torch import nn


def levels(y):
    yield y
    yield torch.relu(y)  #: after iterated; after two; after in_front; after delegated if "bend"


class Next(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer next

    def forward(self, x):
        return next(levels(self.rnn(x)[0]))


class Broken(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer broken

    def forward(self, x):
        for y in levels(self.rnn(x)[0]):
            break
        return y


class Iterated(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer iterated

    def forward(self, x):
        for y in levels(self.rnn(x)[0]):
            last = y
        return last


class One(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer one

    def forward(self, x):
        return list(itertools.islice(levels(self.rnn(x)[0]), 1))


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer two

    def forward(self, x):
        return list(itertools.islice(levels(self.rnn(x)[0]), 2))


class Behind(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer behind

    def forward(self, x):
        weights = (0.5,)
        return [y * w for w, y in zip(weights, levels(self.rnn(x)[0]))]


class InFront(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer in_front

    def forward(self, x):
        return [y * w for y, w in zip(levels(self.rnn(x)[0]), (0.5,))]


class Endless(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer endless

    def states(self, h):
        while True:
            h = self.cell(h)
            yield h
            h = torch.relu(h)

    def forward(self, x):
        return next(self.states(x))


class Endlessly(nn.Module):
    def __init__(self, most=3):
        super().__init__()
        self.most = most
        self.cell = nn.GRUCell(4, 4)  #: layer endlessly

    def states(self, h):
        while True:
            h = self.cell(h)
            yield h
            h = torch.relu(h)  #: after endlessly if; before endlessly if

    def forward(self, x):
        found = []
        for h in self.states(x):
            found.append(h)
            if len(found) >= self.most:
                break
        return found


class Meanwhile(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(4, 4)  #: layer first
        self.second = nn.GRU(4, 4)  #: layer second

    def kept(self):
        yield None
        yield torch.relu(self.seen)  #: after first; before second

    def forward(self, x):
        self.seen = x
        for y in self.kept():
            if y is not None:
                return self.second(y)[0]
            self.seen = self.first(x)[0]


class Delegated(nn.Module):
    def __init__(self, bend=True):
        super().__init__()
        self.bend = bend
        self.rnn = nn.GRU(4, 4)  #: layer delegated

    def steps(self, x):
        yield from levels(self.rnn(x)[0])
        yield from [x, x]

    def forward(self, x):
        found = []
        for y in self.steps(x):
            found.append(y)
            if not self.bend:
                break
        return found


class Returned(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer returned

    def steps(self, x):
        yield x
        return self.rnn(x)[0]

    def all_steps(self, x):
        out = yield from self.steps(x)
        yield from (torch.relu(step) for step in [out])  #: after returned

    def forward(self, x):
        for y in self.all_steps(x):
            x = y
        return x


def drive(*args):
    x = torch.zeros(5, 2, 4)
    Next()(x), Broken()(x), Iterated()(x), One()(x), Two()(x), Behind()(x), InFront()(x)
    Endless()(x[0]), Endlessly(*args)(x[0]), Meanwhile()(x), Delegated(*args)(x), Returned()(x)


# drive: drive()
# drive: drive(1)
# drive: drive(0)
