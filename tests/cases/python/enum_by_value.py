"""A member of an enumeration by its value, by its name, and by an open text."""

from enum import Enum

import torch
from torch import nn


class Kind(Enum):
    BEND = "relu"
    FOLD = "tanh"


class Net(nn.Module):
    def __init__(self, kind="tanh"):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.known, self.named, self.open = Kind("relu"), Kind["FOLD"], Kind(kind)

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.known is Kind.FOLD or self.named is Kind.BEND or self.named.value == "relu":
            out = torch.relu(out)
        if self.open is Kind.BEND:
            out = torch.relu(out)  #: after rnn if "kind"
        if self.known is Kind.BEND and self.named.name == "FOLD":
            out = torch.relu(out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu")(torch.zeros(5, 2, 3))
