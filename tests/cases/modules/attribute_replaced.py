"""Trap: the attribute holds another module by the time it is called."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.act = nn.ReLU()
        self.act = nn.Tanh()

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.act(out)


# drive: Net()(torch.zeros(5, 2, 3))
