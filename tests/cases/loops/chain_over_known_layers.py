"""A loop over a written-out tuple is unrolled: the ReLU lies between the two layers and not around them."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.low = nn.GRU(4, 4)  #: layer low
        self.high = nn.GRU(4, 4)  #: layer high on_output=yes

    def forward(self, x):
        for rnn, rectify in ((self.low, True), (self.high, False)):
            x, _ = rnn(x)
            if rectify:
                x = torch.relu(x)  #: after low; before high
        return torch.relu(x)  #: after low; after high


# drive: Net()(torch.zeros(5, 2, 4))
