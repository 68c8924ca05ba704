"""Trap: a local LSTM without any recurrent layer in it."""

import torch
from torch import nn


class LSTM(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.gates = nn.Linear(n_in + n_out, 4 * n_out)

    def forward(self, x, h, c):
        i, f, g, o = self.gates(torch.cat([x, h], -1)).chunk(4, -1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = LSTM(3, 4)
        self.real = nn.GRUCell(3, 4)  #: layer real on_output=no

    def forward(self, x, h, c):
        h, c = self.lstm(x, h, c)
        return torch.relu(h), self.real(x)


# drive: Net()(torch.zeros(2, 3), torch.zeros(2, 4), torch.zeros(2, 4))
