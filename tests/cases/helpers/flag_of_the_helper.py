"""One helper, called with ReLU before the layer and without it after."""

import torch
from torch import nn


def dense(layer, x, activate):
    x = layer(x)
    if activate:
        x = torch.relu(x)  #: before enc
    return x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(3, 3)
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.fc2 = nn.Linear(4, 1)

    def forward(self, x):
        x = dense(self.fc1, x, activate=True)
        out, _ = self.rnn(x)
        return dense(self.fc2, out, activate=False)


# drive: Net()(torch.zeros(5, 2, 3))
