"""A class whose entry does nothing is there to be derived from, however that is written; one that only has a hook is not."""

import torch
from torch import nn


class Passing(nn.Module):
    def forward(self, x):
        pass


class Dotted(nn.Module):
    def forward(self, x): ...


class Told(nn.Module):
    def forward(self, x):
        """What it makes."""
        pass


class Called(nn.Module):
    def __call__(self, x):
        pass


class Derived(Passing):
    def forward(self, x):
        return torch.tanh(x)


class Hooked(nn.Module):
    def on_begin(self):
        pass

    def forward(self, x):
        return torch.sigmoid(x) * 0 + 1


class Continuing(nn.Module):
    def forward(self, x):
        for _ in range(2):
            continue
        return torch.zeros(5, 2, 3)


class Encoder(nn.Module):
    def __init__(self, a: Passing, b: Dotted, c: Told, d: Called, e: Derived, f: Hooked, g: Continuing):
        super().__init__()
        self.a, self.b, self.c, self.d, self.e, self.f, self.g = a, b, c, d, e, f, g
        self.first = nn.GRU(3, 3)  #: layer first
        self.second = nn.GRU(3, 3)  #: layer second
        self.third = nn.GRU(3, 3)  #: layer third
        self.fourth = nn.GRU(3, 3)  #: layer fourth
        self.rest = nn.GRU(3, 3)  #: layer rest

    def forward(self, x):
        seen = torch.relu(x)  #: before first maybe "a"; before second maybe "b"; before third maybe "c"; before fourth maybe "d"; before rest
        self.first(self.a(seen))
        self.second(self.b(seen))
        self.third(self.c(seen))
        self.fourth(self.d(seen))
        self.rest(self.g(seen))
        return self.rest(self.f(self.e(seen)))[0]


# drive: Encoder(*[nn.Identity()] * 4, Derived(), Hooked(), Continuing())(torch.zeros(5, 2, 3))
