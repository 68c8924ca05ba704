"""Two objects made alike hold the same, each for itself; what a helper draws or counts is no tensor's value."""

import torch
from torch import nn


class Options:
    def __init__(self, size):
        self.size = size
        self.bend = size > 2
        self.names = ["a", "b"]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second, self.third = Options(3), Options(3), Options(1)
        self.first.bend = False
        self.third.names.append("c")
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.first.bend or self.third.bend or len(self.third.names) != 3:
            torch.relu(out)
        if self.second.bend and len(self.second.names) == 2 and self.second.size == 3:
            torch.relu(out)  #: after rnn
        torch.relu(torch.randn(out.shape))
        torch.relu(torch.randint(0, 4, (out.shape[0],)))
        return out


# drive: Net()(torch.zeros(5, 2, 3))
