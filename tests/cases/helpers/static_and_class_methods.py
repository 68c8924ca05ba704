"""Static and class methods as helpers."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    @staticmethod
    def prepare(x):
        return torch.relu(x)  #: before enc

    @classmethod
    def finish(cls, x):
        return cls.prepare_output(x)

    @staticmethod
    def prepare_output(x):
        return x.relu()  #: after enc

    def forward(self, x):
        out, _ = self.rnn(self.prepare(x))
        return Net.finish(out)


# drive: Net()(torch.zeros(5, 2, 3))
