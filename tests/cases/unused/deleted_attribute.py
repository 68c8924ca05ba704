"""Trap: the base's activation is taken out by the subclass, as when a classifier's head is cut off."""

from torch import nn


class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU())


class Net(Base):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = nn.Identity()

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
