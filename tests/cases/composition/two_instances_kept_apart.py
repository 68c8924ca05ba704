"""Trap: the instance with ReLU is before the layer, the one behind it was built without."""

from torch import nn


class Dense(nn.Module):
    def __init__(self, n_in, n_out, act):
        super().__init__()
        self.fc = nn.Linear(n_in, n_out)
        self.act = nn.ReLU() if act else nn.Identity()

    def forward(self, x):
        return self.act(self.fc(x))  #: before enc defined=10


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = Dense(3, 4, act=True)
        self.rnn = nn.GRU(4, 4)  #: layer enc on_output=no
        self.last = Dense(4, 2, act=False)

    def forward(self, x):
        return self.last(self.rnn(self.first(x))[0])


# drive: Net()(torch.zeros(5, 2, 3))
