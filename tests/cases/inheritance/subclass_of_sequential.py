"""A class that is a Sequential and adds its layers in its constructor."""

from torch import nn


class Head(nn.Sequential):
    def __init__(self, n_in, n_out):
        super().__init__(nn.Linear(n_in, n_in), nn.ReLU(), nn.Linear(n_in, n_out))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.head = Head(4, 2)

    def forward(self, x):
        return self.head(self.rnn(x)[0])  #: after enc defined=8


# drive: Net()(torch.zeros(5, 2, 3))
