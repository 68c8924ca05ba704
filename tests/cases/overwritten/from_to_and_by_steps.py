"""A slice with any bound writes a part; the one without bounds writes all."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        begun, ended, stepped, whole = (self.rnn(x)[0] for _ in range(4))
        begun[1:] = 0
        torch.relu(begun)  #: after rnn
        ended[:2] = 0
        torch.relu(ended)  #: after rnn
        stepped[::2] = 0
        torch.relu(stepped)  #: after rnn
        whole[:] = 0
        torch.relu(whole)
        return begun


# drive: Net()(torch.zeros(5, 2, 3))
