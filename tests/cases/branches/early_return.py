"""The method returns before the ReLU is reached, under a condition."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = nn.ReLU()

    def forward(self, x, features_only=False):
        out, _ = self.rnn(x)
        if features_only:
            return out
        return self.act(out)  #: after enc if "features_only" defined=11


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), True)
