"""A match over a mode string."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, mode):
        super().__init__()
        self.mode = mode
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        match self.mode:
            case "relu":
                return torch.relu(out)  #: after enc if "mode"
            case "tanh":
                return torch.tanh(out)
            case _:
                return out


# drive: Net("relu")(torch.zeros(5, 2, 3))
# drive: Net("tanh")(torch.zeros(5, 2, 3))
