"""An import guarded by try, with the fallback in the same tree."""

import torch
from torch import nn

try:
    from not_installed_anywhere import activate
except ImportError:
    from plain import activate


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        x = torch.relu(activate(x))  #: before enc
        return self.rnn(x)[0]


# drive: Net()(torch.zeros(5, 2, 3))
