"""Mixins and an abstract base."""
from abc import ABC, abstractmethod

import torch
from torch import nn


class PoolMixin:
    def pool(self, x, mask=None):
        if mask is None:
            return x.max(dim=1)[0]
        return (x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)


class ActMixin:
    activation = staticmethod(torch.tanh)

    def apply_act(self, x):
        return self.activation(x)


class BaseEncoder(nn.Module, ABC):
    def __init__(self, dim):
        super().__init__()
        self.dim = dim
        self.build()

    @abstractmethod
    def build(self):
        ...

    @abstractmethod
    def encode(self, x):
        ...

    def forward(self, x):
        return self.post(self.encode(x))

    def post(self, x):
        return x


class RnnEncoder(PoolMixin, BaseEncoder):
    def build(self):
        self.rnn = nn.GRU(self.dim, self.dim, batch_first=True, bidirectional=True)  #: layer rnn

    def encode(self, x):
        out, _ = self.rnn(x)
        return self.pool(out)

    def post(self, x):
        return torch.relu(x)  #: after rnn


class TanhRnnEncoder(ActMixin, RnnEncoder):
    def post(self, x):
        return self.apply_act(x)


class CnnEncoder(PoolMixin, ActMixin, BaseEncoder):
    activation = staticmethod(torch.relu)

    def build(self):
        self.conv = nn.Conv1d(self.dim, self.dim, 3, padding=1)

    def encode(self, x):
        return self.pool(self.apply_act(self.conv(x.transpose(1, 2))).transpose(1, 2))


class Pair(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.left = TanhRnnEncoder(dim)
        self.right = CnnEncoder(dim)

    def forward(self, x):
        return torch.cat([self.left(x), self.right(x)], dim=-1)


# drive: Pair()(torch.rand(2, 3, 4)), RnnEncoder(4)(torch.rand(2, 3, 4))
