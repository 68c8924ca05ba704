"""One round of many does something else, and the next ones go on with that."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.b = nn.GRU(4, 4)  #: layer r9

    def forward(self, x, n):
        for i in range(n):
            if i == 1:
                x = torch.relu(x)  #: after r9 if; before r9 if
            else:
                x = self.b(x)[0]
        return x


# drive: Net()(torch.zeros(5, 2, 4), 1)
# drive: Net()(torch.zeros(5, 2, 4), 2)
# drive: Net()(torch.zeros(5, 2, 4), 3)
