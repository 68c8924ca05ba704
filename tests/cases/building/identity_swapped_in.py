"""Trap: the head's ReLU is replaced by Identity after construction, as when features are extracted."""

from torch import nn


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)
        self.top = nn.ReLU()

    def forward(self, x):
        return self.top(self.fc(x))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = Head()
        self.head.top = nn.Identity()

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
