"""The layer and the ReLU under the same condition: it holds when the condition does."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, recurrent=True):
        super().__init__()
        self.recurrent = recurrent
        self.rnn = nn.GRU(3, 3)  #: layer enc

    def forward(self, x):
        if self.recurrent:
            x, _ = self.rnn(x)
        x = x * 2
        if self.recurrent:
            x = torch.relu(x)  #: after enc if "recurrent"
        return x


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(False)(torch.zeros(5, 2, 3))
