"""One of two tuples, or a tuple and no tuple at all, behind an open index."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes
        self.other = nn.GRU(3, 4)  #: layer other on_output=sometimes

    def forward(self, x, which):
        out, last = self.rnn(x)
        plain, state = self.other(x)
        pair = [(out, plain), (plain, state, last)][which]
        torch.relu(pair[-1])  #: after rnn if "!= 0"; after other if "== 0"
        found = [(plain, out), None][which]
        if found is not None:
            torch.relu(found[1])  #: after rnn if "== 0"
        return out


# drive: Net()(torch.zeros(5, 2, 3), 0)
# drive: Net()(torch.zeros(5, 2, 3), 1)
