"""An activation module that is built where it is applied."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        return nn.ReLU()(out)  #: after enc defined=13


# drive: Net()(torch.zeros(5, 2, 3))
