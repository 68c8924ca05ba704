"""Patterns of sequences and mappings, guards of cases, and what they capture."""

import torch
from torch import nn


class Known(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer known on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        match (x, out):
            case (first,):
                torch.relu(out)
            case (first, second, third):
                torch.relu(out)
            case (first, second):
                torch.relu(first)
                torch.relu(second)  #: after known
        match "tanh":
            case "relu" | "gelu":
                out = torch.relu(out)
            case (first, second):
                out = torch.relu(out)
            case str() as name if name == "sigmoid":
                out = torch.relu(out)
            case nn.Module() | int():
                out = torch.relu(out)
            case _:
                out = torch.tanh(out)
        return out


class Guarded(nn.Module):
    def __init__(self, bend=False, kind="tanh"):
        super().__init__()
        self.bend, self.kind = bend, kind
        self.rnn = nn.GRU(3, 4)  #: layer guarded on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        match self.kind:
            case "tanh" if self.bend:
                return torch.relu(out)  #: after guarded if "bend"
            case "tanh":
                return torch.tanh(out)
            case "relu":
                return torch.relu(out)  #: after guarded if "relu"
            case "last" if (held := torch.sigmoid(out)) is not None:
                return torch.relu(held)  #: after guarded if "last"
            case "deep" if torch.relu(out).sum() > 0:  #: after guarded if "deep"
                return torch.tanh(out)
        return out


class Open(nn.Module):
    def __init__(self, sizes=None):
        super().__init__()
        self.sizes = sizes
        self.rnn = nn.GRU(3, 4)  #: layer open on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        match {"states": out, "size": self.sizes}:
            case {"states": held, "size": [_, _]}:
                return torch.relu(held)  #: after open if "matches line"
        return out


# drive: (Known()(torch.zeros(5, 2, 3)), Guarded()(torch.zeros(5, 2, 3)), Open()(torch.zeros(5, 2, 3)))
# drive: (Known()(torch.zeros(5, 2, 3)), Guarded(True)(torch.zeros(5, 2, 3)), Open([1, 2])(torch.zeros(5, 2, 3)), Guarded(False, "last")(torch.zeros(5, 2, 3)), Guarded(False, "deep")(torch.zeros(5, 2, 3)))
# drive: (Known()(torch.zeros(5, 2, 3)), Guarded(True, "relu")(torch.zeros(5, 2, 3)), Open()(torch.zeros(5, 2, 3)))
