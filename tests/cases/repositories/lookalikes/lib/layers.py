import torch.nn as tnn
from torch.nn import LeakyReLU as ReLU
from torch.nn import *  # noqa: F403

from . import functional as F


class LSTM(tnn.Module):
    """A linear layer under a famous name."""

    def __init__(self, a, b):
        super().__init__()
        self.fc = tnn.Linear(a, b)

    def forward(self, x):
        return F.relu(self.fc(x)), None


class GRUWithAct(tnn.Module):
    def __init__(self, a, b):
        super().__init__()
        self.inner = tnn.GRU(a, b, batch_first=True)  #: layer gru
        self.act = tnn.ReLU6()

    def forward(self, x):
        y, h = self.inner(x)
        return self.act(y), h


act = ReLU
relu = tnn.Softplus
