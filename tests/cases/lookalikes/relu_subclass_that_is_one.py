"""A subclass of nn.ReLU that scales what the inherited forward gives."""

from torch import nn


class Scaled(nn.ReLU):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def forward(self, x):
        return self.scale * super().forward(x)  #: after enc defined=19


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = Scaled(0.5)

    def forward(self, x):
        return self.act(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
