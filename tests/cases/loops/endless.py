"""Loops that nothing ends but what happens in them: an exception, a return, a break before the layer, or whoever asks for no more."""

import queue

import torch
from torch import nn


class Handled(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer handled

    def forward(self, xs):
        items, states, h = iter(xs), [], torch.zeros(2, 4)
        while True:
            try:
                x = next(items)
            except StopIteration:
                break
            states.append(self.cell(x, h))
        return torch.relu(torch.stack(states))  #: after handled


class Around(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer around

    def forward(self, xs):
        items, h = iter(xs), torch.zeros(2, 4)
        try:
            while True:
                h = self.cell(next(items), h)
        except StopIteration:
            return torch.relu(h)  #: after around


class Emptied(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer emptied

    def forward(self, xs):
        left, h = list(xs), torch.zeros(2, 4)
        while True:
            if not left:
                return torch.relu(h)  #: after emptied if "again"
            h = self.cell(left.pop(), h)


class Asked(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer asked
        self.queue = queue.Queue()

    def forward(self, xs):
        for x in (*xs, None):
            self.queue.put(x)
        h = torch.zeros(2, 4)
        while True:
            x = self.queue.get()
            if x is None:
                break
            h = self.cell(x, h)
        return torch.relu(h)  #: after asked if "x is not None"


def cycle(batches):
    while True:
        yield from batches


class Cycled(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer cycled

    def forward(self, batches):
        items = cycle(batches)
        for _ in range(3):
            y = self.rnn(next(items))[0]
        return torch.relu(y)  #: after cycled


class Found(Exception):
    pass


class Raised(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer raised

    def forward(self, xs):
        h = torch.zeros(2, 4)
        try:
            for i in range(3):
                h = self.cell(xs[i], h)
                if i == 2:
                    raise Found
        except Found:
            pass
        return torch.relu(h)  #: after raised


class Taken(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer taken

    def forward(self, xs):
        left, h = set(range(3)), torch.zeros(2, 4)
        while True:
            if len(left) == 0:
                break
            h = self.cell(xs[left.pop()], h)
        return torch.relu(h)  #: after taken


class Counted(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer counted

    def forward(self, xs):
        t, h = 0, torch.zeros(2, 4)
        while True:
            h = self.cell(xs[t], h)
            t += 1
            if t >= len(xs):
                break
        return torch.relu(h)  #: after counted


def drive(left):
    xs = torch.zeros(3, 2, 4)
    Handled()(xs), Around()(xs), Cycled()(torch.zeros(3, 5, 2, 4))
    Raised()(xs), Taken()(xs), Counted()(xs)
    Emptied()(left), Asked()(left)


# drive: drive(torch.zeros(3, 2, 4))
# drive: drive(torch.zeros(0, 2, 4))
