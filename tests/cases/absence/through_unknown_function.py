"""The value passes an unknown function on its way to the ReLU: possible, and the function is named."""

import torch
from elsewhere import mix
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=unknown

    def forward(self, x):
        out, h = self.rnn(x)
        return torch.relu(mix(out, h))  #: after enc maybe "mix"


# drive: Net()(torch.zeros(5, 2, 3))
