"""A flag of forward decides whether ReLU is applied."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x, rectify=False):
        out, _ = self.rnn(x)
        if rectify:
            out = torch.relu(out)  #: after enc if "rectify"
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), rectify=True)
