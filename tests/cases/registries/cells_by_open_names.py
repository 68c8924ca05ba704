"""Cells are chosen by a name of which the end is known: each class of the library whose name ends so may be meant."""

import torch
from torch import nn


class Decoder(nn.Module):
    def __init__(self, kind="GRU"):
        super().__init__()
        self.cell = getattr(nn, kind + "Cell")(4, 4)  #: layer cell type=torch.nn.GRUCell|torch.nn.LSTMCell|torch.nn.RNNCell

    def forward(self, x, state=None):
        state = self.cell(x, state)
        out = state[0] if isinstance(state, tuple) else state
        return torch.relu(out)  #: after cell if "LSTM"


class Formatted(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.kind = kind
        self.cell = getattr(nn, f"{kind}Cell")(3, 4)  #: layer step
        self.reader = getattr(nn, "G%s" % kind[1:])(3, 4)  #: layer reader on_output=no type=torch.nn.GRU|torch.nn.GRUCell

    def forward(self, xs):
        state = None
        for x in xs:
            state = self.cell(x, state)
        out = state[0] if self.kind == "LSTM" else state
        return torch.relu(out), self.reader(xs)  #: after step if "RNN"


# drive: Decoder()(torch.zeros(2, 4))
# drive: Decoder("LSTM")(torch.zeros(2, 4))
# drive: Formatted("GRU")(torch.zeros(3, 2, 3))
