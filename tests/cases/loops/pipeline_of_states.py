"""A list of states moves on by one place in each round."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.c0 = nn.GRUCell(4, 4)  #: layer r9

    def forward(self, x):
        h = [x[0] * 0] * 4
        for xt in x:
            h = [self.c0(xt), h[0], h[1], h[2]]
        return torch.relu(h[3])  #: after r9 if


# drive: Net()(torch.zeros(2, 2, 4))
# drive: Net()(torch.zeros(5, 2, 4))
