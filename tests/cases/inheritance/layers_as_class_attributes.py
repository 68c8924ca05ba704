"""Layer classes and activations as class attributes; subclasses replace them; a mixin adds the ReLU by MRO."""

import torch
import torch.nn as nn


class RecurrentBase(nn.Module):
    rnn_cls = None
    act = staticmethod(torch.tanh)
    size = 4

    def __init__(self):
        super().__init__()
        self.rnn = self.rnn_cls(self.size, self.size)  #: layer rnn

    def encode(self, x):
        return self.rnn(x)[0]

    def forward(self, x):
        return self.act(self.encode(x))  #: after rnn


class ReluMixin:
    act = staticmethod(torch.relu)

    def encode(self, x):
        x = super().encode(x)
        return x.clone().relu_()  #: after rnn


class TanhLSTM(RecurrentBase):
    rnn_cls = nn.LSTM


class ReluGRU(ReluMixin, RecurrentBase):
    rnn_cls = nn.GRU


class ShadowedMixin(TanhLSTM, ReluMixin):
    """The mixin comes last: its encode is never reached, as RecurrentBase.encode does not call super."""


class Head(nn.Module):
    def __init__(self, body: RecurrentBase):
        super().__init__()
        self.body = body
        self.out = nn.Linear(body.size, 1)

    def forward(self, x):
        return self.out(self.body(x))


def run(x):
    return [Head(cls())(x) for cls in (TanhLSTM, ReluGRU, ShadowedMixin)]


# drive: run(torch.rand(3, 2, 4))
# drive: run(torch.rand(1, 2, 4))
