"""What forward takes for granted holds for all that is said of it, whichever method stands first in the class."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, bend=True):
        super().__init__()
        self.bend = bend
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def generate(self, x):
        return self.rnn(x)[0]

    def forward(self, x):
        if not self.bend:
            raise ValueError("there is nothing to bend")
        states = self.rnn(x)[0]
        if self.bend:
            states = torch.relu(states)  #: after rnn
        return states


def run(net, x):
    return net.generate(x), net(x)


# drive: run(Net(), torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3))
