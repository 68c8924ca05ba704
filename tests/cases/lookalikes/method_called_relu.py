"""Trap: relu is a method of a plain object that does nothing of the kind."""

from torch import nn


class Toolbox:
    def relu(self, x):
        return x * 2


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.tools = Toolbox()

    def forward(self, x):
        return self.tools.relu(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
