"""A module that wraps a recurrent layer is none itself: only the inner construction counts."""

import torch
from torch import nn


class LSTM(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.inner = nn.LSTM(n_in, n_out, batch_first=True)  #: layer inner

    def forward(self, x):
        return self.inner(x)[0]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = LSTM(3, 4)

    def forward(self, x):
        return torch.relu(self.lstm(x))  #: after inner


# drive: Net()(torch.zeros(2, 5, 3))
