"""Own containers: __getitem__, __iter__, __add__, __call__, __matmul__, __setattr__ that renames, vars and _modules access."""

import torch
from torch import nn


class Seq:
    """A list of frames with operators."""

    def __init__(self, frames):
        self.frames = list(frames)

    def __iter__(self):
        return iter(self.frames)

    def __getitem__(self, i):
        return Seq(self.frames[i]) if isinstance(i, slice) else self.frames[i]

    def __len__(self):
        return len(self.frames)

    def __add__(self, other):
        return Seq(a + b for a, b in zip(self, other))

    def __invert__(self):
        return Seq(f.relu() for f in self.frames)  #: after low; before high; after mid

    def __matmul__(self, module):
        return Seq(module(f) for f in self)

    def tensor(self):
        return torch.stack(self.frames)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.mid = nn.GRU(4, 4)  #: layer mid
        self.high = nn.GRU(4, 4)  #: layer high
        self.lin = nn.Linear(4, 4)
        self._modules["act"] = nn.ReLU()

    def forward(self, x):
        low = Seq(self.low(x)[0])
        mid = Seq(self.mid(low.tensor())[0])
        both = ~(low + mid) @ self.lin
        high, _ = self.high(both[1:].tensor())
        first = both[0]
        gate = self._modules["act"](high)  #: after high; after low; after mid
        return gate[-1] * first + len(both)


# drive: Net()(torch.rand(3, 2, 3))
