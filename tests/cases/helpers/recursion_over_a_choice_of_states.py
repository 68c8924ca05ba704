"""A helper that goes down into states of any shape: which shape it is, the kind of layer decides, and no level ends it."""

import torch
from torch import nn


def repackage(h):
    if isinstance(h, torch.Tensor):
        return h.detach()
    return tuple(repackage(v) for v in h)


def tree_map(function, tree):
    if isinstance(tree, dict):
        return {k: tree_map(function, v) for k, v in tree.items()}
    if isinstance(tree, (list, tuple)):
        return tuple(tree_map(function, v) for v in tree)
    return function(tree)


class Core(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.kind = kind
        if kind == "lstm":
            self.rnn = nn.LSTM(3, 4)  #: layer lstm
        else:
            self.rnn = nn.GRU(3, 4)  #: layer gru

    def zeros(self):
        if self.kind == "lstm":
            return torch.zeros(1, 2, 4), torch.zeros(1, 2, 4)
        return torch.zeros(1, 2, 4)

    def forward(self, x, state):
        return self.rnn(x, state)[0]


def repackaged(kind="lstm"):
    core = Core(kind)
    states = repackage([core.zeros()])
    return torch.relu(core(torch.zeros(5, 2, 3), states[0]))  #: after lstm if "lstm"; after gru if "lstm"


def mapped(kind="lstm"):
    core = Core(kind)
    states = tree_map(lambda x: x.detach(), {"rnn": {"state": core.zeros()}})
    return torch.relu(core(torch.zeros(5, 2, 3), states["rnn"]["state"]))  #: after lstm if "lstm"; after gru if "lstm"


# drive: repackaged()
# drive: repackaged("gru")
# drive: mapped()
# drive: mapped("gru")
