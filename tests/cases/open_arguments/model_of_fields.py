"""A module that is a dataclass: its fields are arguments, open as those of a constructor."""

from dataclasses import dataclass

import torch
from torch import nn


@dataclass(eq=False)
class Net(nn.Module):
    size: int
    bend: bool = False
    kind: str = "tanh"

    def __post_init__(self):
        super().__init__()
        self.rnn = nn.GRU(self.size, 4)  #: layer rnn on_output=sometimes

    def forward(self, x, *, last=False):
        out = self.rnn(x)[0]
        if self.bend:
            torch.relu(out)  #: after rnn if "default False"
        if self.kind == "relu":
            torch.relu(out)  #: after rnn if "tanh"
        if last:
            torch.relu(out)  #: after rnn if "last"
        return out


# drive: Net(3)(torch.zeros(5, 2, 3))
# drive: Net(3, bend=True, kind="relu")(torch.zeros(5, 2, 3), last=True)
