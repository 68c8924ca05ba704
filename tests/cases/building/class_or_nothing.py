"""A class that is there only where an import worked; a class in whose place something else may stand."""

import torch
from torch import nn

try:
    import zlib

    class Bend(nn.Module):
        def forward(self, x):
            return torch.relu(x)  #: after rnn

except ImportError:
    Bend = None


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.bend = Bend() if Bend is not None else nn.Tanh()

    def forward(self, x):
        return self.bend(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
