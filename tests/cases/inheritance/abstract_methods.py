"""A class with an abstract method is no model of its own where that is checked; what overrides it is."""

import abc
from abc import ABC, ABCMeta
from abc import abstractmethod as left_open

import torch
from torch import nn


class Base(nn.Module, ABC):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer base on_output=no

    @left_open
    def finish(self, out): ...

    def forward(self, x):
        self.bend(self.rnn(x)[0])
        return self.finish(self.rnn(x)[0])

    def bend(self, out):
        return torch.relu(out)


class Half(Base):
    def bend(self, out):
        return torch.relu(out)


class Quiet(Half):
    def bend(self, out):
        return out

    def finish(self, out):
        return torch.tanh(out)


class Meta(nn.Module, metaclass=ABCMeta):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer meta on_output=no

    @property
    @abc.abstractmethod
    def act(self): ...

    def forward(self, x):
        return self.end(self.act(self.rnn(x)[0]))

    def end(self, out):
        return torch.relu(out)


class Whole(Meta):
    act = torch.tanh

    def end(self, out):
        return out


class Unchecked(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4)  #: layer unchecked on_output=yes

    @abc.abstractmethod
    def finish(self, out): ...

    @abc.abstractproperty
    def act(self):
        return torch.relu

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after unchecked


# drive: (Quiet()(torch.zeros(5, 2, 3)), Whole()(torch.zeros(5, 2, 3)), Unchecked()(torch.zeros(5, 2, 3)))
