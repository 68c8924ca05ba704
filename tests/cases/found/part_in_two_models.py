from functools import partial

import torch
from torch import nn


class Squeezed(nn.Module):
    def __init__(self, act=nn.Identity):
        super().__init__()
        self.lin = nn.Sequential(nn.Linear(4, 4), act())
        self.gru = nn.GRU(4, 4)  #: layer enc

    def forward(self, x):
        x, _ = self.gru(self.lin(x))  #: before enc
        return x


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = Squeezed(act=partial(nn.ReLU, inplace=True))

    def forward(self, x):
        return self.gru(x)


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = Squeezed(act=partial(nn.ReLU, inplace=True))

    def forward(self, x):
        return self.gru(x)


# drive: Encoder()(torch.randn(3, 2, 4))
# drive: Decoder()(torch.randn(3, 2, 4))
