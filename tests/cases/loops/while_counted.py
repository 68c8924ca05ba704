"""A ``while`` that counts from a known start to a known end, or takes from a known list until it is empty, has known rounds."""

import torch
from torch import nn


class Counted(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(4, 4)  #: layer a
        self.b = nn.GRU(4, 4)  #: layer b

    def forward(self, x):
        i = 0
        while i < 2:
            if i == 0:
                x = self.a(x)[0]
            else:
                x = torch.relu(self.b(x)[0])  #: after b; after a
            i += 1
        return x


class Taken(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = nn.GRU(4, 4)  #: layer c
        self.d = nn.GRU(4, 4)  #: layer d on_output=yes

    def forward(self, x):
        todo = [(self.c, torch.tanh), (self.d, torch.relu)]
        while todo:
            rnn, act = todo.pop()
            x = act(rnn(x)[0])  #: after d; before c
        return x


class Backwards(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(4, 4)  #: layer first
        self.last = nn.GRU(4, 4)  #: layer last
        self.layers = nn.ModuleList([self.first, nn.ReLU(), self.last])

    def forward(self, x):
        number = len(self.layers) - 1
        while number >= 0:
            layer = self.layers[number]
            x = layer(x) if number == 1 else layer(x)[0]  #: after last; before first
            number -= 1
        return x


class Waiting(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer waiting

    def forward(self, h):
        t = 0
        while t < 100:
            h = torch.relu(self.cell(h))  #: after waiting; before waiting
            t += 1
        return h


class Open(nn.Module):
    def __init__(self):
        super().__init__()
        self.e = nn.GRU(4, 4)  #: layer e
        self.f = nn.GRU(4, 4)  #: layer f

    def forward(self, x, most):
        i = 0
        while i < most:
            if i == 0:
                x = self.e(x)[0]
            else:
                x = torch.relu(self.f(x)[0])  #: after f if; after e if; before f if
            i += 1
        return x


class Until(nn.Module):
    def __init__(self):
        super().__init__()
        self.g = nn.GRU(4, 4)  #: layer g

    def forward(self, x, few):
        left = [torch.tanh, torch.relu]
        while left:
            x = left.pop(0)(self.g(x)[0])  #: after g; before g if
            if few:
                left.append(torch.tanh)
                few = False
        return x


def drive(most, few):
    x = torch.zeros(5, 2, 4)
    Counted()(x), Taken()(x), Backwards()(x), Waiting()(x[0]), Open()(x, most), Until()(x, few)


# drive: drive(1, False)
# drive: drive(2, False)
# drive: drive(3, True)
