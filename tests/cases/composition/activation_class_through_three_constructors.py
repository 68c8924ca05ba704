"""The activation class travels through three constructors before it is instantiated."""

from torch import nn


class Feed(nn.Module):
    def __init__(self, act_layer):
        super().__init__()
        self.act = act_layer()

    def forward(self, x):
        return self.act(x)  #: after enc defined=9


class Block(nn.Module):
    def __init__(self, **kwargs):
        super().__init__()
        self.feed = Feed(**kwargs)

    def forward(self, x):
        return self.feed(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.block = Block(act_layer=nn.ReLU)

    def forward(self, x):
        return self.block(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
