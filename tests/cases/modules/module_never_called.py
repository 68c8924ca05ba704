"""Trap: the activation is built and never applied."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.relu = nn.ReLU()
        self.fc = nn.Linear(4, 1)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.fc(out)


# drive: Net()(torch.zeros(5, 2, 3))
