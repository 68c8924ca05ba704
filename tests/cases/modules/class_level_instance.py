"""One activation instance in the class body, shared by all instances."""

from torch import nn


class Net(nn.Module):
    act = nn.ReLU()

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc defined=7


# drive: Net()(torch.zeros(5, 2, 3))
