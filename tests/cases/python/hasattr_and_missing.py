"""``hasattr`` and ``getattr`` with a default decide what an object has been given."""

import torch
from torch import nn


class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.build()

    def build(self):
        pass

    def forward(self, x):
        out, _ = self.rnn(x)
        if hasattr(self, "activation"):
            out = self.activation(out)  #: after rnn defined=29
        post = getattr(self, "post", None)
        if post is not None:
            out = post(out)
        head = getattr(self, "head", torch.sigmoid)
        return head(out)


class Rectified(Base):
    def build(self):
        self.activation = nn.ReLU()


class Headed(Base):
    def build(self):
        self.head = torch.tanh
        self.unused = nn.ReLU()


def run():
    Rectified()(torch.rand(3, 2, 4))
    Headed()(torch.rand(3, 2, 4))


# drive: run()
