"""An expression that chooses between the rectified and the plain value."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x, positive):
        out, _ = self.rnn(x)
        return torch.relu(out) if positive else out  #: after enc if "positive"


# drive: Net()(torch.zeros(5, 2, 3), True)
# drive: Net()(torch.zeros(5, 2, 3), False)
