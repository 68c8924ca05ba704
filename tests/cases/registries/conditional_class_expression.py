"""The recurrent class is chosen by an expression into a local name."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, lstm=False):
        super().__init__()
        rnn_class = nn.LSTM if lstm else nn.GRU
        self.rnn = rnn_class(3, 4)  #: layer enc

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
