"""A ModuleDict with literal keys: only the one that is asked for is applied."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc
        self.acts = nn.ModuleDict({"hidden": nn.ReLU(), "out": nn.Sigmoid()})

    def forward(self, x):
        x = self.acts["out"](x)
        out, _ = self.rnn(x)
        return self.acts["hidden"](out)  #: after enc defined=10


# drive: Net()(torch.zeros(5, 2, 3))
