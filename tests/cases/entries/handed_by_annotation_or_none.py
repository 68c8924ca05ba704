"""A part that a constructor is handed, as its annotation in quotes says, or none, which is the default."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size=3):
        super().__init__()
        self.rnn = nn.GRU(size, 4)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


class Captioner(nn.Module):
    def __init__(self, encoder: "Net | None" = None, size: int = 4):
        super().__init__()
        self.encoder = encoder
        self.act = nn.ReLU()

    def forward(self, x):
        if self.encoder is not None:
            x = self.encoder(x)
        return self.act(x)  #: after enc if "encoder" defined=20


class Outer(nn.Module):
    def __init__(self, inner: Captioner):
        super().__init__()
        self.inner = inner

    def forward(self, x):
        return torch.relu(self.inner(x))  #: after enc if "encoder"


# drive: Outer(Captioner(Net()))(torch.zeros(5, 2, 3))
# drive: Outer(Captioner())(torch.zeros(5, 2, 3))
