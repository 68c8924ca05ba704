"""The ReLU always runs, but in one arm on something else."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer enc

    def forward(self, x, skip=False):
        if skip:
            y = x
        else:
            y, _ = self.rnn(x)
        return torch.relu(y)  #: after enc if "skip"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), skip=True)
