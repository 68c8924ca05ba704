"""A function hands its options on as a whole: each is told by its key, with the default that it has where it arrives."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size, kind="lstm", act=None):
        super().__init__()
        self.cell = {"lstm": lambda: nn.LSTMCell(size, 4), "ff": lambda: nn.Linear(size, 4)}[kind]()  #: layer cell
        self.kind = kind
        self.act = act

    def forward(self, x):
        state = (torch.zeros(2, 4), torch.zeros(2, 4)) if self.kind == "lstm" else None
        if state is None:
            return self.cell(x)
        h, _ = self.cell(x, state)
        return h if self.act is None else self.act(h)


def run(**options):
    net = Net(3, **options)
    return torch.relu(net(torch.zeros(2, 3)))  #: after cell if "options"


# drive: run()
# drive: run(kind="ff")
# drive: run(kind="lstm", act=torch.tanh)
