"""A NamedTuple that is unpacked by position in one place and read by name in another."""

from typing import NamedTuple

import torch
from torch import Tensor, nn


class Output(NamedTuple):
    logits: Tensor
    hidden: Tensor


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.value = nn.Linear(3, 1)

    def run(self, x):
        out, _ = self.rnn(x)
        return Output(hidden=out, logits=self.value(x))

    def forward(self, x):
        logits, _ = self.run(x)
        hidden = self.run(x).hidden
        return torch.relu(logits), torch.relu(hidden)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
