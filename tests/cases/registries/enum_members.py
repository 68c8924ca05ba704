"""Activations chosen by members of an enumeration: compared, as keys of a table, with and without a default."""

import enum

import torch
from torch import nn


class Act(enum.Enum):
    RELU = "relu"
    TANH = "tanh"


class Compared(nn.Module):
    def __init__(self, act: Act = Act.RELU):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer compared
        if act == Act.RELU:
            self.act = nn.ReLU()
        elif act is Act.TANH:
            self.act = nn.Tanh()
        else:
            raise ValueError(act)

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after compared if "act is Act.RELU" defined=19


class Looked(nn.Module):
    TABLE = {Act.RELU: nn.ReLU, Act.TANH: nn.Tanh}

    def __init__(self, act, fixed=Act.TANH):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer looked
        self.act = self.TABLE[act]()
        self.fixed = self.TABLE[Act.TANH]()
        self.names = {nn.ReLU: "relu", nn.Tanh: "tanh"}
        self.last = nn.ReLU() if self.names[type(self.fixed)] == "relu" else nn.Identity()

    def forward(self, x):
        return self.last(self.fixed(self.act(self.rnn(x)[0])))  #: after looked if "act == Act.RELU" defined=35


def run(act):
    Compared(act)(torch.zeros(2, 3, 3))
    Looked(act)(torch.zeros(2, 3, 3))


# drive: run(Act.RELU)
# drive: run(Act.TANH)
