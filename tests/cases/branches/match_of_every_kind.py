"""``match`` on values, classes, shapes and guards, with and without a case for the rest."""

from dataclasses import dataclass

import torch
from torch import nn


@dataclass
class Point:
    x: int
    y: int = 0


class Net(nn.Module):
    def __init__(self, kind="tanh", size=1, flag=False):
        super().__init__()
        self.kind, self.size, self.flag = kind, size, flag
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.next = nn.GRU(4, 4)  #: layer next on_output=no

    def forward(self, x):
        out = self.rnn(x)[0]
        kept = torch.relu(out)  #: after rnn; before next if "kind"
        match self.kind:
            case "tanh":
                kept = torch.tanh(out)
            case "gelu" | "selu":
                kept = torch.sigmoid(out)
        self.next(kept)
        match self.kind:
            case "relu" if self.flag:
                torch.relu(out)  #: after rnn if "flag"
            case "relu":
                torch.relu(out)  #: after rnn if "kind"
            case None:
                torch.relu(out)  #: after rnn if "kind is None"
            case _:
                out = out + 1
        match self.size:
            case 1 | 2:
                pass
            case 3:
                torch.relu(out)  #: after rnn if "size == 3"
            case int():
                torch.relu(out)  #: after rnn if "size"
        match (1, "a"):
            case (1, "b"):
                torch.relu(out)
            case (2, _):
                torch.relu(out)
            case (1, name) if name == "a":
                torch.relu(out)  #: after rnn
            case _:
                torch.relu(out)
        match Point(1):
            case Point(x=2):
                torch.relu(out)
            case Point(x=1, y=0) as point if point.x == 1:
                torch.relu(out)  #: after rnn
        match 5:
            case 4:
                torch.relu(out)
            case whole:
                if whole == 5:
                    torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: [Net(*given)(torch.zeros(5, 2, 3)) for given in [("relu", 3, True), ("relu", 4), (None,), ("gelu",), ("other", 2)]]
