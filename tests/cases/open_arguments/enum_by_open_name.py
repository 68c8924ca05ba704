"""Which member of an enumeration is meant, an open argument names."""

from enum import Enum, auto

import torch
from torch import nn


class Act(Enum):
    RELU = auto()
    LEAKY = auto()

    def make(self):
        return {Act.RELU: nn.ReLU, Act.LEAKY: nn.LeakyReLU}[self]()

    @classmethod
    def parse(cls, name):
        return cls[name.upper()]


class Net(nn.Module):
    def __init__(self, act="leaky"):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.act = Act.parse(act).make()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after rnn if "act.upper()" defined=14


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu")(torch.zeros(5, 2, 3))
