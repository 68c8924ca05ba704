"""A Sequential from a generator expression with a condition."""

from torch import nn

NAMES = ["Linear", "ReLU", "Linear", "Tanh"]


def build(name):
    return nn.Linear(4, 4) if name == "Linear" else getattr(nn, name)()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.head = nn.Sequential(*(build(name) for name in NAMES if name != "ReLU"))

    def forward(self, x):
        return self.head(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
