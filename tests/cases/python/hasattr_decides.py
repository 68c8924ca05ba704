"""hasattr on an attribute that the class surely has, and on one that it has not."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        if hasattr(self, "prenet"):
            x = torch.relu(x)
        out, _ = self.rnn(x)
        if hasattr(self, "fc"):
            out = torch.relu(self.fc(out))  #: after enc
        return out


# drive: Net()(torch.zeros(5, 2, 3))
