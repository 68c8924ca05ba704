"""One, true and 1.0 are one key: what is written last stands there."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = {1: "first", True: "last"}
        self.table[1.0] = "very last"
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if self.table[True] == "very last":
            states = states + torch.relu(states)  #: missing after rnn
        if self.table[1] == "first":
            states = states + torch.relu(states)  #: spurious after rnn
        if len(self.table) > 1:
            states = states + torch.relu(states)  #: spurious after rnn
        return states


# drive: Net()(torch.zeros(5, 2, 3))
