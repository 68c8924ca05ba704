"""Two names for one tensor: what happens by one is seen by the other."""

import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.fc = nn.Linear(3, 3)

    def forward(self, x):
        a = b = self.fc(x)
        F.relu(a, inplace=True)  #: before enc
        return self.rnn(b)[0]


# drive: Net()(torch.zeros(5, 2, 3))
