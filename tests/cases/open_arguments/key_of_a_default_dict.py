"""Which keys a dict has is open where the dict is a default only."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, where={"pre": 1}):
        super().__init__()
        self.where = where
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        if "pre" in self.where:
            x = torch.relu(x)  #: before enc if "in where"
        y, _ = self.rnn(x)
        if "post" in self.where:
            y = torch.relu(y)  #: after enc if "in where"
        return y


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net({"post": 1})(torch.zeros(5, 2, 3))
