"""Through .data the tensor itself is changed."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(3, 4)  #: layer low
        self.high = nn.GRU(4, 4)  #: layer high on_output=no

    def forward(self, x):
        out, _ = self.low(x)
        out.data.relu_()  #: after low; before high
        return self.high(out)[0]


# drive: Net()(torch.zeros(5, 2, 3))
