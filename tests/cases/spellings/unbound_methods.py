"""Methods called through their class, with the object as first argument; decorators that keep a function."""

import functools

import torch
from torch import nn


class Base(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after rnn


class Child(Base):
    def forward(self, x):
        return torch.tanh(Base.forward(self, x))


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


class Net(nn.Module):
    def __init__(self):
        nn.Module.__init__(self)
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.child, self.act = Child(), nn.ReLU()

    @logged
    def bent(self, x):
        return torch.relu(x)  #: after rnn

    bend = property(lambda self: torch.relu)

    def forward(self, x):
        out = nn.GRU.forward(self.rnn, x)[0]
        nn.ReLU.forward(self.act, out)  #: after rnn
        nn.Module.__call__(self.act, out)  #: after rnn
        torch.Tensor.relu(out)  #: after rnn
        Net.bent(self, out)
        self.bend(out)  #: after rnn
        return self.child(out)


# drive: Net()(torch.zeros(5, 2, 3))
