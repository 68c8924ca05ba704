"""An option that is given only under a condition, one behind a star, a static method, a class attribute set from outside."""

import torch
from torch import nn


def step(x, act=torch.tanh):
    return act(x)  #: after rnn if "bend"


def needed(x, act):
    return act(x)  #: after rnn if "bend"


def ends(*steps):
    torch.relu(steps[-1])  #: after starred
    return torch.relu(steps[0])


class Holder:
    @staticmethod
    def bend(x, other=None):
        torch.relu(x)  #: after rnn
        return x if other is None else torch.relu(other)

    @classmethod
    def fold(cls, x):
        return cls.act(x)  #: after rnn


Holder.act = torch.relu


class Net(nn.Module):
    def __init__(self, bend=False):
        super().__init__()
        self.options, self.bend = {}, bend
        if bend:
            self.options["act"] = torch.relu
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.starred = nn.GRU(3, 4)  #: layer starred on_output=yes
        self.holder = Holder()

    def forward(self, x):
        out = self.rnn(x)[0]
        ends(x, *[x, x], self.starred(x)[0])
        Holder.act(out)  #: after rnn
        self.holder.bend(out)
        self.holder.fold(out)
        self.holder.bend.__call__(out)
        if self.bend:
            needed(out, **self.options)
        return step(out, **self.options)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
