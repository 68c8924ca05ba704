"""Two nested tests: both flags must be set."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, deep=False, rectify=False):
        super().__init__()
        self.deep, self.rectify = deep, rectify
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        out, _ = self.rnn(x)
        if self.deep:
            out = self.fc(out)
            if self.rectify:
                out = torch.relu(out)  #: after enc if "rectify"
        return out


# drive: Net(True, True)(torch.zeros(5, 2, 3))
# drive: Net(True, False)(torch.zeros(5, 2, 3))
# drive: Net(False, True)(torch.zeros(5, 2, 3))
