"""Mixins and super() chains: hooks of a template method are overridden down the MRO; cached_property for a mask; classmethod constructor."""

from functools import cached_property

import torch
from torch import nn


class ActivationMixin:
    def post(self, x):
        return torch.tanh(super().post(x))


class Base(nn.Module):
    kind = "GRU"
    act_cls = nn.ReLU

    def __init__(self, size, hidden, steps=3):
        super().__init__()
        self.rnn = getattr(nn, self.kind)(size, hidden)  #: layer rnn
        self.act = self.act_cls()
        self.steps = steps

    @classmethod
    def from_config(cls, cfg):
        return cls(**cfg)

    @cached_property
    def causal(self):
        return torch.tril(torch.ones(self.steps, self.steps))

    def pre(self, x):
        return x

    def post(self, x):
        return self.act(x)  #: after rnn

    def forward(self, x):
        out, _ = self.rnn(self.pre(x))
        return self.post(torch.einsum("ts,sbd->tbd", self.causal, out))


class Smooth(Base):
    act_cls = nn.Softplus

    def pre(self, x):
        return super().pre(x).abs()


class Deep(ActivationMixin, Base):
    kind = "LSTM"

    def pre(self, x):
        return torch.relu(super().pre(x))  #: before rnn


def build_all():
    cfg = {"size": 3, "hidden": 4}
    models = [cls.from_config(cfg) for cls in (Base, Smooth, Deep)]
    x = torch.rand(3, 2, 3)
    return [m(x) for m in models]


# drive: build_all()
