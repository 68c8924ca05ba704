"""A `try` that returns where nothing is raised: what stands behind it runs where something was."""

import contextlib

import torch
from torch import nn


def checked(y, is_bad):
    if is_bad:
        raise RuntimeError
    return y


class Passed(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer passed

    def forward(self, x, is_bad):
        y = self.rnn(x)[0]
        try:
            return checked(y, is_bad)
        except RuntimeError:
            pass
        return torch.relu(y)  #: after passed if "RuntimeError"


class Otherwise(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer otherwise

    def forward(self, x, is_bad):
        y = self.rnn(x)[0]
        try:
            z = checked(y, is_bad)
        except RuntimeError:
            z = y
        else:
            return z
        return torch.relu(z)  #: after otherwise if "RuntimeError"


class Suppressed(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer suppressed

    def forward(self, x, is_bad):
        y = self.rnn(x)[0]
        with contextlib.suppress(RuntimeError):
            return checked(y, is_bad)
        return torch.relu(y)  #: after suppressed if "RuntimeError"


class Named(nn.Module):
    """A method that is only called so suppresses nothing."""

    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer named on_output=no

    def suppress(self):
        return torch.no_grad()

    def forward(self, x, is_bad):
        y = self.rnn(x)[0]
        with self.suppress():
            return y
        return torch.relu(y)


class Handled(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer handled on_output=no

    def forward(self, x, is_bad):
        y = self.rnn(x)[0]
        try:
            return checked(y, is_bad)
        except RuntimeError:
            return -y
        return torch.relu(y)


def drive(is_bad):
    for model in (Passed, Otherwise, Suppressed, Handled, Named):
        model()(torch.zeros(5, 2, 4), is_bad)


# drive: drive(True)
# drive: drive(False)
