"""One activation object applied before and after: two applications with one place of construction."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Linear(3, 4)
        self.relu = nn.ReLU(inplace=True)
        self.rnn = nn.GRU(4, 4)  #: layer enc
        self.head = nn.Linear(4, 1)

    def forward(self, x):
        x = self.relu(self.embed(x))  #: before enc defined=10
        out, _ = self.rnn(x)
        return self.relu(self.head(out))  #: after enc defined=10


# drive: Net()(torch.zeros(5, 2, 3))
