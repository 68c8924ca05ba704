"""What a star spreads never fills a keyword-only parameter; what two stars spread may."""

import torch
from torch import nn


def mixed(first, *others, bent=None):
    out = torch.tanh(first)
    for other in others:
        out = out + other
    return out if bent is None else torch.relu(bent)  #: after named


def last(first, second=None):
    return torch.relu(second) if second is not None else first  #: after spread if


class Net(nn.Module):
    def __init__(self, count):
        super().__init__()
        self.count = count
        self.starred = nn.GRU(3, 4)  #: layer starred on_output=no
        self.named = nn.GRU(3, 4)  #: layer named on_output=yes
        self.spread = nn.GRU(3, 4)  #: layer spread on_output=sometimes

    def forward(self, x):
        steps = [self.starred(x)[0] for _ in range(self.count)]
        out = mixed(*steps)
        options = {"bent": self.named(x)[0]}
        mixed(out, **options)
        states = [self.spread(x)[0] for _ in range(self.count)]
        return last(*states)


# drive: Net(1)(torch.zeros(5, 2, 3))
# drive: Net(2)(torch.zeros(5, 2, 3))
