"""The layer itself is optional; the ReLU behind it is not."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, recurrent=True):
        super().__init__()
        self.body = nn.Linear(3, 4)
        if recurrent:
            self.rnn = nn.GRU(4, 4)  #: layer enc
        else:
            self.rnn = None

    def forward(self, x):
        x = torch.relu(self.body(x))  #: before enc if "recurrent"
        if self.rnn is not None:
            x, _ = self.rnn(x)
        return torch.relu(x)  #: after enc if "recurrent"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(False)(torch.zeros(5, 2, 3))
