"""Weight sharing: two names for one layer; what goes in by one name comes out by the other."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.GRU(4, 4)  #: layer shared
        self.b = self.a

    def forward(self, x):
        out, _ = self.b(torch.relu(self.a(x)[0]))  #: after shared; before shared
        return out


# drive: Net()(torch.zeros(5, 2, 4))
