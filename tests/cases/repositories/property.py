"""Properties, class attributes, static factories, decorators."""
import functools

import torch
import torch.nn as nn
import torch.nn.functional as F


def no_grad_eval(fn):
    @functools.wraps(fn)
    def wrapper(self, *args, **kwargs):
        was = self.training
        self.eval()
        try:
            with torch.no_grad():
                return fn(self, *args, **kwargs)
        finally:
            self.train(was)
    return wrapper


def rectified(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return F.relu(fn(*args, **kwargs))  #: after rnn
    return wrapper


class Base(nn.Module):
    act_cls = nn.ReLU

    @classmethod
    def from_dims(cls, *dims):
        obj = cls(*dims)
        return obj

    @property
    def nonlinearity(self):
        return self._act

    @nonlinearity.setter
    def nonlinearity(self, fn):
        self._act = fn


class Forecaster(Base):
    act_cls = nn.Tanh

    def __init__(self, d, h):
        super().__init__()
        self.rnn = nn.GRU(d, h, batch_first=True)  #: layer rnn
        self.nonlinearity = self.act_cls()
        self.mean = nn.Linear(h, 1)
        self.scale = nn.Linear(h, 1)

    @rectified
    def sigma(self, h):
        return self.scale(h)

    def mu(self, h):
        return self.mean(self.nonlinearity(h))

    def forward(self, x):
        h = self.rnn(x)[0][:, -1]
        return self.mu(h), self.sigma(h)

    @no_grad_eval
    def predict(self, x):
        mu, sigma = self(x)
        return mu + sigma * torch.randn_like(mu)


def main():
    model = Forecaster.from_dims(3, 4)
    y = model.predict(torch.rand(2, 3, 3))
    return y


# drive: main()
