"""Trap: all but the last item of the list are used, and the ReLU is the last."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        layers = [nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 4), nn.ReLU()]
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = nn.Sequential(*layers[:-1])

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(out)


# drive: Net()(torch.zeros(5, 2, 3))
