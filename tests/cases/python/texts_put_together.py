"""Attributes and classes by names that are put together in every way, known and open."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, n, bidir=True):
        super().__init__()
        self.n = n
        self.bidir = bidir
        for i in range(n):
            setattr(self, "%s%d" % ("birnn" if bidir else "rnn", i), nn.LSTM(4, 4, bidirectional=bidir))  #: layer open
            setattr(self, "bt%d" % i, nn.Linear(8 if bidir else 4, 4))

    def forward(self, x):
        for layer in range(self.n):
            states, _ = getattr(self, ("birnn" if self.bidir else "rnn") + str(layer))(x)
            x = torch.relu(getattr(self, f"bt{layer}")(states))  #: after open; before open if "again"
        return x


class Cellular(nn.Module):
    def __init__(self, mode="GRU"):
        super().__init__()
        self.mode = mode
        self.cell = getattr(nn, "{}Cell".format(mode))(4, 4)  #: layer cell

    def forward(self, x):
        if self.mode == "GRU":
            return torch.relu(self.cell(x))  #: after cell if "mode =="
        return self.cell(x)


class Fixed(nn.Module):
    def __init__(self):
        super().__init__()
        for i in range(2):
            setattr(self, "rnn%02d" % i, nn.GRU(4, 4))  #: layer fixed
        setattr(self, "act_{name}".format(name="x"), nn.ReLU())
        setattr(self, "act_{:s}".format("y"), nn.Tanh())

    def forward(self, x):
        for i in range(2):
            x, _ = getattr(self, "rnn{:02d}".format(i))(x)
        return self.act_y(x) + self.act_x(x)  #: after fixed defined=40


def both(n):
    Encoder(n, n > 1)(torch.rand(3, 2, 4))
    Fixed()(torch.rand(3, 2, 4))


# drive: both(1), Cellular()(torch.rand(2, 4))
# drive: both(3), Cellular("LSTM")(torch.rand(2, 4))
