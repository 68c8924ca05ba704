"""Lists of layers that are put together by itertools: in their order, those of an unpacked list, too."""

import itertools

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.GRU(3, 3)  #: layer first
        self.second = nn.GRU(3, 3)  #: layer second
        self.third = nn.GRU(3, 3)  #: layer third on_output=no
        heads = [[nn.Linear(3, 3), nn.ReLU()], [nn.Tanh()]]
        self.plain = nn.Sequential(*itertools.chain([nn.Linear(3, 3)], (nn.ReLU(),)))
        self.unpacked = nn.Sequential(*itertools.chain(*heads))
        self.without = nn.Sequential(*itertools.chain(heads[1], []))

    def forward(self, x):
        a = self.plain(self.first(x)[0])  #: after first
        b = self.unpacked(self.second(x)[0])  #: after second
        return a, b, self.without(self.third(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
