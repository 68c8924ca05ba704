"""forward under decorators of the library and one of the file's own."""

from functools import wraps

import torch
from torch import nn


def doubled(method):
    @wraps(method)
    def wrapper(self, *args, **kwargs):
        return 2 * method(self, *args, **kwargs)

    return wrapper


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    @torch.no_grad()
    @doubled
    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
