"""The functional form under an unusual module alias, on the last hidden state."""

import torch.nn.functional as fun
from torch import nn


class LastState(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(3, 4)  #: layer enc type=torch.nn.GRU
        self.fc = nn.Linear(4, 1)

    def forward(self, x):
        _, hidden = self.gru(x)
        return self.fc(fun.relu(hidden[-1]))  #: after enc


# drive: LastState()(torch.zeros(5, 2, 3))
