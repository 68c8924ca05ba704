"""The ReLU stands in the handler alone: it runs only when the body fails."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=sometimes

    def forward(self, x, scale):
        out, _ = self.rnn(x)
        try:
            out = out * (1 / scale)
        except ZeroDivisionError:
            out = torch.relu(out)  #: after enc if
        return out


# drive: Net()(torch.zeros(5, 2, 3), 2)
# drive: Net()(torch.zeros(5, 2, 3), 0)
