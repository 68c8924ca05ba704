"""Each model that shows a fact is listed or named in contained_in. Seen by hand: `staticrelu scan` lists Small and First
only: Wrapped (the class with the layer, more parts than Small because it may call pad()), and Second (same facts as First,
not contained in it) are named nowhere."""

import torch
from torch import nn


def pad(x):
    return x + 0


class Wrapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc

    def forward(self, x, lengths=None):
        out, _ = self.rnn(x)
        if lengths is not None:
            out = pad(pad2(out))
        return out


def pad2(x):
    return x * 1


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.part = Wrapped()

    def forward(self, x):
        return self.part(x)


class Head(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after enc


class First(nn.Module):
    def __init__(self):
        super().__init__()
        self.part, self.head = Wrapped(), Head()

    def forward(self, x):
        return self.head(self.part(x))


class Second(nn.Module):
    def __init__(self):
        super().__init__()
        self.part, self.head = Wrapped(), Head()

    def forward(self, x):
        return self.head(self.part(x)) + 1


# drive: First()(torch.zeros(5, 2, 3))
