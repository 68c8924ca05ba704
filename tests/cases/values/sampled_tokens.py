"""Samples, whether from multinomial or from a distribution, carry the value on."""

import torch
from torch import nn
from torch.distributions import Categorical


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRUCell(3, 7)  #: layer a
        self.b = nn.GRUCell(3, 7)  #: layer b
        self.embedding = nn.Embedding(7, 4)

    def forward(self, x):
        first = torch.multinomial(self.a(x).softmax(-1), 1)
        second = Categorical(logits=self.b(x)).sample()
        one = torch.relu(self.embedding(first))  #: after a
        two = torch.relu(self.embedding(second))  #: after b
        return one, two


# drive: Net()(torch.zeros(2, 3))
