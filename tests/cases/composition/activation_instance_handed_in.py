"""The larger model builds the activation and hands it to the part."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.activation = activation

    def forward(self, x):
        return self.activation(self.rnn(x)[0])  #: after enc defined=19


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder(nn.ReLU())

    def forward(self, x):
        return self.encoder(x)


# drive: Net()(torch.zeros(5, 2, 3))
