"""Options that are merged into defaults in every way may be given each of them."""

from dataclasses import dataclass, replace

import torch
from torch import nn

DEFAULTS = {"act": "relu"}


def act_of(name):
    return nn.ReLU() if name == "relu" else nn.Tanh()


@dataclass
class Config:
    act: str = "relu"
    use: bool = True
    skip: bool = False


class Holder:
    act = "relu"

    def __init__(self, **options):
        for key, value in options.items():
            setattr(self, key, value)


class Net(nn.Module):
    use = True

    def __init__(self, **options):
        super().__init__()
        self.skip = False
        self.__dict__.update(options)
        for key, value in options.items():
            setattr(self, key, value)
        filled = dict(act="relu")
        filled.update(options)
        written = {"act": "relu"}
        for key, value in options.items():
            written[key] = value
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.spread = act_of({**DEFAULTS, **options}["act"])
        self.filled = act_of(filled["act"])
        self.written = act_of(written["act"])
        self.held = act_of(Holder(**options).act)
        self.replaced = act_of(replace(Config(), **options).act)

    def forward(self, x):
        y = self.rnn(x)[0]
        a = self.spread(y)  #: after enc if "options" defined=12
        b = self.filled(y)  #: after enc if "options" defined=12
        c = self.written(y)  #: after enc if "options" defined=12
        d = self.held(y)  #: after enc if "options" defined=12
        e = self.replaced(y)  #: after enc if "options" defined=12
        f = torch.relu(y) if self.use else y  #: after enc if "options"
        g = y if self.skip else torch.relu(y)  #: after enc if "options"
        return a, b, c, d, e, f, g



# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(act="tanh", use=False, skip=True)(torch.zeros(5, 2, 3))
