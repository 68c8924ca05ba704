"""Calls take turns by how many there were."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRUCell(4, 4)  #: layer r9
        self.t = 0
        self.h = None

    def forward(self, x):
        if self.t % 2 == 0:
            self.h = self.a(x, self.h)
        else:
            self.h = torch.relu(self.h)  #: after r9 if; before r9 if
        self.t += 1
        return self.h


# drive: Net()(torch.zeros(2, 4))
# drive: (lambda n: [n(torch.zeros(2, 4)) for _ in range(3)])(Net())
