"""A Sequential whose subclass walks its modules itself and leaves the last out."""

from torch import nn


class Features(nn.Sequential):
    def forward(self, x):
        for module in list(self)[:-1]:
            x = module(x)
        return x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = Features(nn.Linear(4, 4), nn.Tanh(), nn.ReLU())

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
