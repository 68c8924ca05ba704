"""Two parts that are put under names that nobody knows: either may be found under a third one."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, first, second, third):
        super().__init__()
        self.third = third
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes
        setattr(self, first, nn.ReLU())
        setattr(self, second, nn.ReLU())
        self.table = {}
        self.table[first] = nn.ReLU()
        self.table[second] = nn.ReLU()

    def forward(self, x):
        out = self.rnn(x)[0]
        getattr(self, self.third)(out)  #: after rnn if "index" defined=12; after rnn if "index" defined=13
        self.table[self.third](out)  #: after rnn if "index" defined=15; after rnn if "index" defined=16
        return out


class Counted(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.rnn = nn.GRU(3, 4)  #: layer counted on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        step = 0
        while step < self.n:
            if step == 0:
                torch.relu(out)  #: after counted
            if step > 0:
                torch.relu(out)  #: after counted if "again"
            if step < 0:
                torch.relu(out)
            step += 1
        return out


# drive: Net("a", "b", "a")(torch.zeros(5, 2, 3)), Counted(1)(torch.zeros(5, 2, 3))
# drive: Net("a", "b", "b")(torch.zeros(5, 2, 3)), Counted(2)(torch.zeros(5, 2, 3))
