"""Trap: every ReLU of the head is replaced after construction by a loop over named_children."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
        self.head[1] = nn.Tanh()

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
