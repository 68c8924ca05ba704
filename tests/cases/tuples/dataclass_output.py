"""The encoder returns a dataclass; the fields stay apart."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass
class Encoded:
    states: Tensor
    plain: Tensor


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def encode(self, x):
        return Encoded(states=self.rnn(x)[0], plain=x)

    def forward(self, x):
        encoded = self.encode(x)
        plain = torch.relu(encoded.plain)
        return plain, torch.relu(encoded.states)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
