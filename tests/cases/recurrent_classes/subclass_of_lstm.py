"""A class that inherits from nn.LSTM: what its own forward does comes after the inherited one."""

import torch
from torch import nn


class DropLSTM(nn.LSTM):
    def __init__(self, *args, rate=0.5, **kwargs):
        super().__init__(*args, **kwargs)
        self.drop = nn.Dropout(rate)

    def forward(self, x, state=None):
        out, state = super().forward(self.drop(x), state)
        return torch.relu(out), state  #: after enc


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = DropLSTM(3, 4)  #: layer enc
        self.fc = nn.Linear(4, 1)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.fc(out)


# drive: Net()(torch.zeros(5, 2, 3))
