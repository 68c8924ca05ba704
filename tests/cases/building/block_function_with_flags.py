"""A function that builds a block from flags that every caller states."""

from torch import nn


def block(n_in, n_out, norm=False, act=True):
    layers = [nn.Linear(n_in, n_out)]
    if norm:
        layers.append(nn.LayerNorm(n_out))
    if act:
        layers.append(nn.ReLU(True))
    return nn.Sequential(*layers)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = block(3, 4, norm=True)
        self.rnn = nn.GRU(4, 4)  #: layer enc on_output=no
        self.back = block(4, 2, act=False)

    def forward(self, x):
        x = self.front(x)  #: before enc defined=11
        return self.back(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
