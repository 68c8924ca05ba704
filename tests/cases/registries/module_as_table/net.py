"""A module of the repository as a table: its classes by an open name, in the middle of the way."""

import activations
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.act = getattr(activations, kind)()

    def forward(self, x):
        return torch.relu(self.act(self.rnn(x)[0]))  #: after rnn


# drive: Net("Rectified")(torch.zeros(2, 3, 3))
# drive: Net("Squashed")(torch.zeros(2, 3, 3))
