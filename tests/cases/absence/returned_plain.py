"""The output goes through a linear layer and out: no ReLU on it, proved."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc on_output=no called=true
        self.fc = nn.Linear(4, 1)

    def forward(self, x):
        out, state = self.rnn(torch.relu(x))  #: before enc
        return torch.sigmoid(self.fc(out)), state


# drive: Net()(torch.zeros(5, 2, 3))
