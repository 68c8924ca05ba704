"""The name of the activation travels through two constructors to the table that resolves it."""

from torch import nn

TABLE = {"relu": nn.ReLU, "tanh": nn.Tanh}


class Feed(nn.Module):
    def __init__(self, size, activation):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(size, size), TABLE[activation]())

    def forward(self, x):
        return self.body(x)  #: after enc defined=11


class Decoder(nn.Module):
    def __init__(self, size, *args):
        super().__init__()
        self.feed = Feed(size, *args)

    def forward(self, x):
        return self.feed(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.decoder = Decoder(4, "relu")

    def forward(self, x):
        return self.decoder(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
