"""Loops that never run, that empty what they are asked of, and what their else does."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        while False:
            torch.relu(out)
        else:
            torch.relu(out)  #: after rnn
        for step in []:
            torch.relu(out)
        left = [x, out]
        while left:
            step = left.pop()
            torch.relu(step)  #: after rnn
        done = [step for step in (x, out) if step is None]
        for step in done:
            torch.relu(step)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
