"""Whichever arm ran, the ReLU behind the branch sees the layer's output: definite again."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x, pool="mean"):
        out, h = self.rnn(x)
        if pool == "mean":
            summary = out.mean(0)
        elif pool == "max":
            summary, _ = out.max(0)
        else:
            summary = h[-1]
        return torch.relu(summary)  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), "max")
# drive: Net()(torch.zeros(5, 2, 3), "last")
