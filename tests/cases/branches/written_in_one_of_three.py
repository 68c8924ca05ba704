"""Only one of three branches overwrites: in the others the output is still there."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, mode="a"):
        super().__init__()
        self.mode = mode
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.mode == "a":
            torch.tanh(x)
        elif self.mode == "b":
            out.zero_()
        else:
            torch.sigmoid(x)
        return torch.relu(out)  #: after rnn if "mode"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("b")(torch.zeros(5, 2, 3))
# drive: Net("c")(torch.zeros(5, 2, 3))
