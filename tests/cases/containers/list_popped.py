"""Trap: the last activation is taken off the list again, as MLP builders do."""

from torch import nn


def mlp(sizes):
    layers = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        layers.append(nn.Linear(n_in, n_out))
        layers.append(nn.ReLU())
    layers.pop()
    return nn.Sequential(*layers)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = mlp([4, 2])

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(out)


# drive: Net()(torch.zeros(5, 2, 3))
