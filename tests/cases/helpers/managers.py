"""What a context manager gives is what its __enter__ returns; one of the library gives nothing that flows."""

import contextlib

import torch
from torch import nn


class Held:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return torch.relu(self.value)  #: after rnn

    def __exit__(self, *error):
        self.value = torch.tanh(torch.relu(self.value))  #: after rnn


@contextlib.contextmanager
def lent(value, other):
    yield value
    torch.relu(other)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        with Held(out) as bent, torch.no_grad():
            torch.relu(bent)  #: after rnn
        with lent(out, x) as same:
            torch.relu(same)  #: after rnn
        with contextlib.nullcontext(x) as other:
            torch.relu(other)
        return out


# drive: Net()(torch.zeros(5, 2, 3))
