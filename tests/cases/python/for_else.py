"""The else of a loop runs when nothing breaks out of it."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x, limits):
        out, _ = self.rnn(x)
        for limit in limits:
            if limit > 3:
                break
        else:
            out = torch.relu(out)  #: after enc if
        return out


# drive: Net()(torch.zeros(5, 2, 3), [1, 2])
# drive: Net()(torch.zeros(5, 2, 3), [1, 9])
