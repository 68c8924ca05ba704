"""An attribute whose name has a known beginning and two open parts: those that begin so, and no others."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind="relu", suffix=""):
        super().__init__()
        self.name = "act_" + kind
        self.suffix = suffix
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes
        self.act_relu = nn.ReLU()
        self.act_relu_end = nn.Tanh()
        self.other_relu = nn.ReLU()
        setattr(self, f"last_{kind}", torch.relu)
        self.last_of_all = torch.tanh

    def forward(self, x):
        out = self.rnn(x)[0]
        out = self.last_of_all(out)
        if hasattr(self, "first_relu"):
            torch.relu(out)
        getattr(self, self.name + self.suffix)(out)  #: after rnn if
        return getattr(self, "nothing", torch.tanh)(out)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(suffix="_end")(torch.zeros(5, 2, 3))
