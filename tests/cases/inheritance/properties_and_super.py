"""Properties that build or read, super() in every form, cooperative __init__ with keyword arguments."""

import torch
import torch.nn as nn


class Named:
    def __init__(self, *, name="net", **kwargs):
        super().__init__(**kwargs)
        self._name = name

    @property
    def title(self):
        return self._name.title()


class Base(Named, nn.Module):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self._rnn = nn.GRU(dim, dim)  #: layer base

    @property
    def rnn(self):
        return self._rnn

    @property
    def act(self):
        return nn.Tanh()

    def features(self, x):
        return self.rnn(x)[0]

    def forward(self, x):
        return self.act(self.features(x))  #: after base; after own


class Rectified(Base):
    def __init__(self, *args, **kwargs):
        super(Rectified, self).__init__(*args, **kwargs)
        self.own = nn.LSTM(self.dim, self.dim)  #: layer own

    @property
    def rnn(self):
        return self.own

    @Base.act.getter
    def act(self):
        return nn.ReLU()

    def features(self, x):
        return Base.features(self, x) + super(Rectified, self).rnn(x)[0]


class Quiet(Rectified):
    @property
    def act(self):
        return super(Rectified, self).act


# drive: (Base(3)(torch.rand(2, 2, 3)), Rectified(3, name="r")(torch.rand(2, 2, 3)), Quiet(3)(torch.rand(2, 2, 3)))
# drive: (Rectified(dim=2)(torch.rand(1, 2, 2)), Quiet(dim=2)(torch.rand(1, 2, 2)), Base(2)(torch.rand(1, 1, 2)))
