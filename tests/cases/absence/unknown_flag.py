"""A test that only the unknown decides leaves the branch undecided."""

import torch
from elsewhere import flag
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=sometimes

    def forward(self, x, wanted):
        out, _ = self.rnn(x)
        if flag(wanted):
            out = torch.relu(out)  #: after enc if "flag(wanted)"
        return out


# drive: Net()(torch.zeros(5, 2, 3), True)
# drive: Net()(torch.zeros(5, 2, 3), False)
