"""A flag is turned over in each round."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(4, 4)  #: layer r9

    def forward(self, x, n):
        flag = True
        for _ in range(n):
            if flag:
                x = torch.relu(x)  #: after r9 if; before r9 if
            else:
                x = self.a(x)[0]
            flag = not flag
        return x


# drive: Net()(torch.zeros(5, 2, 4), 1)
# drive: Net()(torch.zeros(5, 2, 4), 2)
# drive: Net()(torch.zeros(5, 2, 4), 3)
