"""A mark stands for an argument that is left out: it is not the only thing that may be given, and a ReLU that it brings in is conditional."""

import enum

import torch
from torch import nn

MISSING = object()


class Mark(enum.Enum):
    LEFT_OUT = 0


class Plain(nn.Module):
    def __init__(self, act=MISSING):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer plain
        self.act = nn.ReLU() if act is MISSING else act

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after plain if "MISSING"


class Enumerated(nn.Module):
    def __init__(self, act=Mark.LEFT_OUT):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enumerated
        self.act = nn.ReLU() if act is Mark.LEFT_OUT else act

    def forward(self, x, bend=MISSING):
        out = self.rnn(x)[0]
        if bend is not MISSING:
            out = torch.relu(out)  #: after enumerated if "bend"
        return self.act(out) if self.act else out  #: after enumerated if "LEFT_OUT"


# drive: Plain()(torch.zeros(5, 2, 3)), Enumerated()(torch.zeros(5, 2, 3))
# drive: Plain(torch.tanh)(torch.zeros(5, 2, 3)), Enumerated(None)(torch.zeros(5, 2, 3), True)
