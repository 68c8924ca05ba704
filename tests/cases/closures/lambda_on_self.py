"""Lambdas kept on self, one of them with ReLU."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.pre = lambda x: x * 2
        self.post = lambda x: x.relu()  #: after enc

    def forward(self, x):
        return self.post(self.rnn(self.pre(x))[0])


# drive: Net()(torch.zeros(5, 2, 3))
