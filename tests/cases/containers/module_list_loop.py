"""A ModuleList filled in a loop and iterated in forward."""

from torch import nn


class Net(nn.Module):
    def __init__(self, depth=2):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.layers = nn.ModuleList()
        for _ in range(2):
            self.layers.append(nn.Linear(4, 4))
            self.layers.append(nn.ReLU())

    def forward(self, x):
        out, _ = self.rnn(x)
        for layer in self.layers:
            out = layer(out)  #: after enc defined=13
        return out


# drive: Net()(torch.zeros(5, 2, 3))
