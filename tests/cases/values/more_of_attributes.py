"""del of several names, .data that is set, a module's name that is set, func of a partial, generators that are passed on."""

from functools import partial

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.bend = partial(torch.relu)
        self.first, self.second = torch.relu, torch.relu
        del self.first, self.second

    def steps(self, out):
        yield out
        yield from (torch.tanh(step) for step in [out])

    def forward(self, x):
        out = self.rnn(x)[0]
        torch.relu(x)
        held = torch.zeros(5, 2, 4)
        torch.relu(held)
        held.data = out
        torch.relu(held)  #: after rnn
        self.bend.func(out)  #: after rnn
        for act in ("first", "second"):
            if hasattr(self, act):
                torch.relu(out)
        first, second = self.steps(out)
        torch.relu(second)  #: after rnn
        if self.__class__ is Net and self.__class__.__name__ == "Net":
            torch.relu(first)  #: after rnn
        *start, (end, _) = [x, (out, x)]
        torch.relu(start[0])
        return torch.relu(end)  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
