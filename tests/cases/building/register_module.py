"""register_module, also by keywords, and a Sequential that is filled by its own add_module."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_module("encoder", nn.GRU(3, 4))  #: layer enc
        head = nn.Sequential()
        head.add_module("fc", nn.Linear(4, 4))
        head.add_module("act", nn.ReLU())
        head.register_module(name="last", module=nn.ReLU())
        self.head = head

    def forward(self, x):
        return self.head(self.encoder(x)[0])  #: after enc defined=12; after enc defined=13


# drive: Net()(torch.zeros(5, 2, 3))
