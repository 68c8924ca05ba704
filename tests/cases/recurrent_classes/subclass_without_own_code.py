"""A subclass that only fixes arguments is a recurrent layer where it is constructed."""

import torch
from torch import nn


class BatchFirstGRU(nn.GRU):
    def __init__(self, n_in, n_out):
        super().__init__(n_in, n_out, batch_first=True)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = BatchFirstGRU(3, 4)  #: layer enc

    def forward(self, x):
        x = torch.relu(x)  #: before enc
        out, h = self.rnn(x)
        return h


# drive: Net()(torch.zeros(2, 5, 3))
