"""A method of an open text gives the same each time, and is told by the argument that it is of."""

import torch
from torch import nn


def activation(name):
    name = name.lower()
    if name == "relu":
        return torch.relu
    return torch.tanh


class Net(nn.Module):
    def __init__(self, act="SiLU", kind=" Plain "):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=sometimes
        self.act = activation(act)
        self.is_relu = act.lower() == "relu"
        self.kind = kind.strip().lower()

    def forward(self, x):
        x = self.act(self.rnn(x)[0])  #: after rnn if "act.lower() =="
        if self.is_relu and self.kind == "plain":
            return torch.relu(-x)  #: after rnn if "and kind.strip().lower() =="
        if not self.is_relu and self.kind.startswith("re"):
            return x.relu()  #: after rnn if "kind.strip().lower().startswith("
        return x


class Fields(nn.Module):
    """What is called like a method of texts may be a field."""

    def __init__(self, bounds):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer bounded on_output=sometimes
        self.upper = bounds.upper

    def forward(self, x):
        x = self.rnn(x)[0]
        return torch.relu(x) if self.upper else x  #: after bounded if "bounds.upper"


class Bounds:
    def __init__(self, upper):
        self.upper = upper


def given(upper):
    return Fields(Bounds(upper))


# drive: Net("ReLU", "plain")(torch.zeros(5, 2, 4)), given(True)(torch.zeros(5, 2, 4))
# drive: Net("tanh", "re")(torch.zeros(5, 2, 4)), given(False)(torch.zeros(5, 2, 4))
# drive: Net()(torch.zeros(5, 2, 4)), given(False)(torch.zeros(5, 2, 4))
