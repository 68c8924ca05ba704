"""The activation is chosen by name in a chain of tests that ends in an error."""

from torch import nn


class Net(nn.Module):
    def __init__(self, size, activation="relu"):
        super().__init__()
        self.rnn = nn.LSTM(3, size)  #: layer enc
        if activation == "relu":
            self.act = nn.ReLU()
        elif activation == "tanh":
            self.act = nn.Tanh()
        else:
            raise ValueError(f"unknown activation {activation}")

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.act(out)  #: after enc if "activation" defined=11


# drive: Net(4)(torch.zeros(5, 2, 3))
# drive: Net(4, "tanh")(torch.zeros(5, 2, 3))
