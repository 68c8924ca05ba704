"""any, all and bool: decided where their elements are, else by the arguments that they ask."""

import torch
from torch import nn


class Asked(nn.Module):
    def __init__(self, bend=False, fold=False):
        super().__init__()
        self.flags = [bend, fold]
        self.bend = bend
        self.rnn = nn.GRU(3, 4)  #: layer asked on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if any(self.flags):
            return torch.relu(out)  #: after asked if "bend"
        if bool(self.bend):
            return torch.relu(out)
        return out


class Both(nn.Module):
    def __init__(self, bend=False, fold=False):
        super().__init__()
        self.flags = (bend, fold)
        self.rnn = nn.GRU(3, 4)  #: layer both on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        return torch.relu(out) if all(self.flags) else out  #: after both if "fold"


class Known(nn.Module):
    kinds = ("tanh", "relu")

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer known on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if all(kind == "relu" for kind in self.kinds) or any([]) or not all([]):
            out = torch.relu(out)
        if bool("") or not bool("no"):
            out = torch.relu(out)
        if any(kind == "relu" for kind in self.kinds) and bool([0]):
            out = torch.relu(out)  #: after known
        return out


class Unknown(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes
        self.rnn = nn.GRU(3, 4)  #: layer unknown on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        return torch.relu(out) if any([size > 2 for size in self.sizes]) else out  #: after unknown if "any("


# drive: (Asked()(torch.zeros(5, 2, 3)), Both()(torch.zeros(5, 2, 3)), Known()(torch.zeros(5, 2, 3)), Unknown([1])(torch.zeros(5, 2, 3)))
# drive: (Asked(bend=True)(torch.zeros(5, 2, 3)), Both(bend=True)(torch.zeros(5, 2, 3)), Known()(torch.zeros(5, 2, 3)), Unknown([1, 3])(torch.zeros(5, 2, 3)))
# drive: (Asked(fold=True)(torch.zeros(5, 2, 3)), Both(True, True)(torch.zeros(5, 2, 3)), Known()(torch.zeros(5, 2, 3)), Unknown([1, 3])(torch.zeros(5, 2, 3)))
