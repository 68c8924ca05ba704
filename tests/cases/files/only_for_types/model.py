"""What stands where only a type checker comes is not run; what it imports is what annotations mean."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING

import torch
from torch import nn

if TYPE_CHECKING:
    from parts import Head

if typing.TYPE_CHECKING:
    bend = torch.relu
else:
    bend = torch.tanh


class Net(nn.Module):
    def __init__(self, head: Head):
        super().__init__()
        self.head = head
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.plain = nn.GRU(3, 4)  #: layer plain on_output=no

    def forward(self, x):
        y, _ = self.rnn(x)
        z, _ = self.plain(x)
        if TYPE_CHECKING:
            z = torch.relu(z)
        if not typing.TYPE_CHECKING:
            z = bend(z)
        return self.head(y), z


# drive: Net(__import__("parts").Head())(torch.zeros(5, 2, 3))
