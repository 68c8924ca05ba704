"""A helper makes a pair anew at each call: what is written into one is not in the other."""

import torch
from torch import nn


def start(size):
    return (torch.zeros(5, size, 4), [torch.zeros(5, size, 4)])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        (hidden, cells), (other, others) = start(2), start(2)
        hidden.copy_(self.rnn(x)[0])
        cells[0].copy_(self.rnn(x)[0])
        torch.relu(other)
        torch.relu(others[0])
        torch.relu(hidden)  #: after rnn
        return torch.relu(cells[0])  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
