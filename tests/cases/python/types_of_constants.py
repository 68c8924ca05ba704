"""Which type a constant has: a flag is a number, too, and what can be called is told from what cannot."""

from collections.abc import Callable

import torch
from torch import nn


def activation(kind):
    if isinstance(kind, str):
        return nn.Tanh()
    if isinstance(kind, float):
        return nn.Sigmoid()
    if isinstance(kind, int):
        return nn.ReLU()
    return kind if isinstance(kind, Callable) else nn.ELU()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.number = nn.GRU(3, 3)  #: layer number
        self.flag = nn.GRU(3, 3)  #: layer flag
        self.text = nn.GRU(3, 3)  #: layer text on_output=no
        self.fraction = nn.GRU(3, 3)  #: layer fraction on_output=no
        self.nothing = nn.GRU(3, 3)  #: layer nothing on_output=no
        self.function = nn.GRU(3, 3)  #: layer function

    def forward(self, x):
        a = activation(3)(self.number(x)[0])  #: after number
        b = activation(True)(self.flag(x)[0])  #: after flag
        c = activation("relu")(self.text(x)[0])
        d = activation(0.5)(self.fraction(x)[0])
        e = activation(None)(self.nothing(x)[0])
        f = activation(lambda y: torch.relu(y))(self.function(x)[0])  #: after function
        return a, b, c, d, e, f


# drive: Net()(torch.zeros(5, 2, 3))
