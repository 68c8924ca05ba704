"""What a call leaves for the next one, if it is no tensor: a flag, a count, a name, another layer in a place."""

import torch
from torch import nn
from torch.nn import functional as F

CALLS = 0


class First(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer first
        self.is_first = True

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.is_first:
            self.is_first = False
            return out
        return torch.relu(out)  #: after first if "called again"


class Counted(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4)  #: layer counted
        self.steps = 0

    def forward(self, x):
        self.steps += 1
        out = self.rnn(x)[0]
        return F.relu(out) if self.steps > 1 else out  #: after counted if "called again"


class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer named
        self.act = "tanh"

    def forward(self, x):
        out = getattr(torch, self.act)(self.rnn(x)[0])  #: after named if "called again"
        self.act = "relu"
        return out


class Swapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer swapped
        self.later = nn.ReLU()
        self.act = nn.Tanh()

    def forward(self, x):
        out = self.act(self.rnn(x)[0])  #: after swapped if "called again" defined=52
        self.act = self.later
        return out


class Module(nn.Module):
    """The count is one of the module's."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer module

    def forward(self, x):
        global CALLS
        out = self.rnn(x)[0]
        if CALLS > 0:
            out = torch.relu(out)  #: after module if "called again"
        CALLS += 1
        return out


class Never(nn.Module):
    """What a call changes never lets the ReLU act."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer never on_output=no
        self.mode = "plain"
        self.steps = 0

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.mode == "bent" or self.steps < 0:
            out = torch.relu(out)
        self.mode = "other"
        self.steps += 1
        return out


# drive: First()(torch.zeros(5, 2, 4)), Counted()(torch.zeros(5, 2, 4)), Named()(torch.zeros(5, 2, 4))
# drive: [net(torch.zeros(5, 2, 4)) for net in [First(), Counted(), Named(), Swapped(), Module(), Never()] for _ in range(2)]
# drive: Swapped()(torch.zeros(5, 2, 4)), Never()(torch.zeros(5, 2, 4))
