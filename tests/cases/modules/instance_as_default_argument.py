"""An instance as a default argument is constructed on the line of the definition."""

from torch import nn


class Net(nn.Module):
    def __init__(self, act=nn.ReLU()):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = act

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc if "act" defined=7


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(nn.Tanh())(torch.zeros(5, 2, 3))
