"""What ``not`` gives is kept, handed on and compared as any other value."""

import torch
from torch import nn


def turned(flag):
    return not flag


class Net(nn.Module):
    def __init__(self, linear=False):
        super().__init__()
        self.linear = linear
        self.bend = not linear
        self.never, self.always = not True, not 0
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.never or self.always is False or turned(True) or [not 1][0]:
            out = torch.relu(out)
        if self.always and (not []) is True and turned(0) and (lambda: not "")():
            out = torch.relu(out)  #: after rnn
        if self.bend:
            out = torch.relu(out)  #: after rnn if "linear=False"
        if not self.bend:
            out = torch.relu(out)  #: after rnn if "linear=True"
        if turned(self.bend):
            out = torch.relu(out)  #: after rnn if "linear=True"
        if self.bend and self.linear:
            out = torch.relu(out)
        return out if self.bend == (not self.linear) else torch.relu(out)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(True)(torch.zeros(5, 2, 3))
