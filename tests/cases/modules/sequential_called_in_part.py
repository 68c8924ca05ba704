"""Only a slice of the Sequential runs: the ReLU of the other part does not."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.layers = nn.Sequential(nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 4), nn.ReLU())

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.layers[:2](out)


# drive: Net()(torch.zeros(5, 2, 3))
