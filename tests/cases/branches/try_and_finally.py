"""What stands in finally runs on every way."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        try:
            scale = float(x.size(0))
        finally:
            out = torch.relu(out)  #: after enc
        return out / scale


# drive: Net()(torch.zeros(5, 2, 3))
