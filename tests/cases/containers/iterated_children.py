"""Children iterated through the module's own methods."""

from torch import nn


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)
        self.act = nn.ReLU()

    def forward(self, x):
        for module in self.children():
            x = module(x)  #: after enc defined=10
        return x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.head = Head()

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
