"""Trap: the same transformer layer told to use GELU."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc on_output=no
        self.mixer = nn.TransformerEncoderLayer(4, 2, 8, activation="gelu")

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.mixer(out)


# drive: Net()(torch.zeros(5, 2, 3))
