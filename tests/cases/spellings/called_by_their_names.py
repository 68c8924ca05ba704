"""Special methods called by their names, functions behind methods, and names deleted or set in odd ways."""

import torch
from torch import nn


@torch.no_grad()
def bent(x):
    return torch.relu(x)  #: after rnn


@torch.jit.ignore
def folded(x):
    return torch.relu(x)  #: after rnn


class Holder:
    def __init__(self, act):
        self.act = act

    def __call__(self, x):
        return self.act(x)  #: after rnn

    def deep(self, x):
        def inner():
            return super(Holder, self).__getattribute__("act")

        return inner()(x)  #: after rnn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.holder = Holder(torch.relu)

    def forward(self, x):
        out = self.rnn(x)[0]
        steps, first, second = [x, out], torch.relu, torch.tanh
        torch.relu(steps.__getitem__(0))
        torch.relu(steps.__getitem__(1))  #: after rnn
        if steps.__len__() == 3 or {1}.union({2}) is None:
            torch.relu(out)
        del (first, steps)
        bent(out)
        folded(out)
        self.holder.__call__(out)
        Holder.__call__(self.holder, out)
        self.holder.deep.__func__(self.holder, out)
        self.holder.__dict__["act"](out)  #: after rnn
        out.kept = x
        torch.relu(out.kept)
        return second(out)


# drive: Net()(torch.zeros(5, 2, 3))
