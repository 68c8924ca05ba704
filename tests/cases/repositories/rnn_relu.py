"""nn.RNN with ReLU in every form: keyword, position, kwargs, partial, a cell, a subclass default, a variable, and tanh twins."""

from functools import partial

import torch
from torch import nn

RNN_KW = {"nonlinearity": "relu", "batch_first": False}
ReluRNN = partial(nn.RNN, nonlinearity="relu")


class IRNNCell(nn.RNNCell):
    def __init__(self, size, hidden, nonlinearity="relu"):
        super().__init__(size, hidden, bias=True, nonlinearity=nonlinearity)


class Zoo(nn.Module):
    def __init__(self, size=3, hidden=3, act="relu"):
        super().__init__()
        plain = "tanh"
        self.kw = nn.RNN(size, hidden, **RNN_KW)  #: layer kw; inside kw
        self.part = ReluRNN(size, hidden)  #: layer part; inside part
        self.cell = IRNNCell(size, hidden)  #: layer cell; inside cell
        self.tanh_cell = IRNNCell(size, hidden, nonlinearity=plain)  #: layer tcell
        self.arg = nn.RNN(size, hidden, nonlinearity=act)  #: layer arg; inside arg if "act"
        self.over = partial(ReluRNN, nonlinearity="tanh")(size, hidden)  #: layer over
        self.base = nn.modules.rnn.RNNBase("GRU", size, hidden) if False else nn.RNN(size, hidden)  #: layer base
        self.lower = nn.RNNCell(size, hidden, nonlinearity="RELU".lower())  #: layer lower; inside lower

    def forward(self, x):
        for layer in (self.kw, self.part, self.arg, self.over, self.base):
            x, _ = layer(x)
        h = torch.zeros(x.size(1), 3)
        g = l = h
        for step in x:
            h = self.cell(step, h)
            g = self.tanh_cell(h, g)
            l = self.lower(g, l)
        return nn.functional.celu(l)


# drive: Zoo()(torch.rand(2, 2, 3))
# drive: Zoo(act="tanh")(torch.rand(2, 2, 3))
