"""A state is handed from one attribute to the next, round after round."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(3, 4)  #: layer r9

    def forward(self, x):
        self.a = self.b = self.c = x.new_zeros(x.size(1), 4)
        for xt in x:
            y = torch.relu(self.a)  #: after r9 if
            self.a, self.b, self.c = self.b, self.c, self.cell(xt)
        return y


# drive: Net()(torch.zeros(2, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3))
