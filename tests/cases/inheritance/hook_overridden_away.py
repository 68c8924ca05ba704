"""Trap: the base's ReLU is in a hook that the only class that can be built overrides."""

import torch
from abc import ABC, abstractmethod

from torch import nn


class Base(nn.Module, ABC):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc on_output=no

    @abstractmethod
    def name(self):
        raise NotImplementedError

    def finish(self, out):
        return torch.relu(out)

    def forward(self, x):
        return self.finish(self.rnn(x)[0])


class Sigmoid(Base):
    def name(self):
        return "sigmoid"

    def finish(self, out):
        return torch.sigmoid(out)


# drive: Sigmoid()(torch.zeros(5, 2, 3))
