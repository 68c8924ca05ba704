"""Three things take turns by the number of the round."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(4, 4)  #: layer r9

    def forward(self, x, n):
        for i in range(n):
            if i % 3 == 0:
                x = torch.tanh(x)
            elif i % 3 == 1:
                x = self.a(x)[0]
            else:
                x = torch.relu(x)  #: after r9 if; before r9 if
        return x


# drive: Net()(torch.zeros(5, 2, 4), 2)
# drive: Net()(torch.zeros(5, 2, 4), 5)
