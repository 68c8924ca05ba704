"""Trap: the ReLU lies in the dict under a key that is never used."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc on_output=no
        self.acts = nn.ModuleDict()
        self.acts["relu"] = nn.ReLU()
        self.acts["tanh"] = nn.Tanh()

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.acts["tanh"](out)


# drive: Net()(torch.zeros(5, 2, 3))
