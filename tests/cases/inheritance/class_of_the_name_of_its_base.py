"""A class that takes the name of its base: bound anew, from a library, and inside a function or class."""

import torch
from torch import nn
from torch.nn import GRU, Tanh


class GRU(GRU):
    def forward(self, x):
        return torch.relu(super().forward(x)[0])  #: after own; before outer


class Tanh(Tanh):
    def forward(self, x):
        return super().forward(x)


class Layer(nn.Module):
    def forward(self, x):
        return torch.relu(x)  #: after outer; after own


Base = Layer


class Layer(Base):
    def forward(self, x):
        return super().forward(x)


class Holder:
    class Layer(nn.Module):
        def forward(self, x):
            return torch.relu(x)  #: after outer; after own

    class Part(Layer):
        pass


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.own = GRU(3, 4)  #: layer own
        self.outer = nn.GRU(4, 4)  #: layer outer
        self.tanh = Tanh()
        self.layer = Layer()
        self.inner, self.part = Holder.Layer(), Holder.Part()

    def forward(self, x):
        out = self.outer(self.tanh(self.own(x)))[0]
        self.part(out)
        return self.layer(self.inner(out))


# drive: Net()(torch.zeros(5, 2, 3))
