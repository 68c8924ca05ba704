"""Trap: shapes, types and tensors made after the model of others carry nothing."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        out, h = self.rnn(x)
        a = torch.relu(torch.zeros_like(out))
        b = torch.relu(out.new_zeros(out.size(0), 2))
        c = torch.relu(torch.ones(*out.shape, dtype=out.dtype, device=out.device))
        d = torch.relu(torch.rand_like(h))
        return a, b, c, d, out


# drive: Net()(torch.zeros(5, 2, 3))
