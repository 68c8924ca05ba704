"""Functions that keep what was there when they were made, that change an outer name, that yield in turn."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        held, count = x, 0

        def keep(value, default=held):
            nonlocal held, count
            held, count = value, count + 1
            return default

        torch.relu(held)
        torch.relu(keep(out))
        torch.relu(held)  #: after rnn
        if count == 0:
            torch.relu(out)

        acts = [lambda value, number=number: value if number else torch.zeros(3) for number in range(2)]
        torch.relu(acts[0](out))
        torch.relu(acts[1](out))  #: after rnn

        def steps():
            for step in (x, out):
                yield torch.tanh(step)
            yield x

        first, second, third = steps()
        torch.relu(first)
        torch.relu(second)  #: after rnn
        return torch.relu(third)


# drive: Net()(torch.zeros(5, 2, 3))
