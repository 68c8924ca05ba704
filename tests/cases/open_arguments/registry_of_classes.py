"""A registry from names to classes."""

from torch import nn

ACTIVATIONS = {"relu": nn.ReLU, "gelu": nn.GELU, "tanh": nn.Tanh}


class Net(nn.Module):
    def __init__(self, act="gelu"):
        super().__init__()
        self.pre = nn.Linear(3, 3)
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.act = ACTIVATIONS[act]()

    def forward(self, x):
        return self.rnn(self.act(self.pre(x)))[0]  #: before enc if "act" defined=13


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu")(torch.zeros(5, 2, 3))
