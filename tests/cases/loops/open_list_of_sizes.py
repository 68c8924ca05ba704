"""A head built over an open list of sizes: a loop that might run zero times leaves the fact definite."""

from torch import nn


class Net(nn.Module):
    def __init__(self, n_in, sizes):
        super().__init__()
        self.rnn = nn.GRU(n_in, 4)  #: layer enc
        layers, last = [], 4
        for size in sizes:
            layers.append(nn.Linear(last, size))
            layers.append(nn.ReLU())
            last = size
        self.head = nn.Sequential(*layers)

    def forward(self, x):
        return self.head(self.rnn(x)[0])  #: after enc defined=13


# drive: Net(3, [4])(torch.zeros(5, 2, 3))
# drive: Net(3, [4, 2])(torch.zeros(5, 2, 3))
