"""The base class only builds the layer; the report must say that the subclass calls it (gluonts SCott, DeepAR)."""

import torch
from torch import nn


class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc on_output=no called=true


class Training(Base):
    def forward(self, x):
        out, _ = self.rnn(x)
        return out


# drive: Training()(torch.zeros(5, 2, 3))
