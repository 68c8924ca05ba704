"""Every other layer of an open number is left out for a ReLU."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self, n=4):
        super().__init__()
        self.rnn = nn.ModuleList([nn.GRU(4, 4) for _ in range(n)])  #: layer r9

    def forward(self, x):
        for i, r in enumerate(self.rnn):
            if i % 2:
                x = r(x)[0]
            else:
                x = F.relu(x)  #: after r9 if; before r9 if
        return x


# drive: Net(1)(torch.zeros(5, 2, 4))
# drive: Net(3)(torch.zeros(5, 2, 4))
