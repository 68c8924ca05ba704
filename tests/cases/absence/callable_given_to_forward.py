"""A callable that forward is given: what follows it is possible."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=unknown

    def forward(self, x, transform):
        out, _ = self.rnn(x)
        out = transform(out)
        return torch.relu(out)  #: after enc maybe "transform"


# drive: Net()(torch.zeros(5, 2, 3), torch.tanh)
