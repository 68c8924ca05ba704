"""An open dict that is spread into a call, a dict, a dataclass, an object of names."""

from dataclasses import dataclass
from types import SimpleNamespace

import torch
from torch import nn


@dataclass
class Options:
    bend: bool = False
    fold: bool = False


class Bare:
    def __new__(cls):
        made = object.__new__(cls)
        made.act = torch.relu
        return made


class Net(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.options, self.space = Options(**options), SimpleNamespace(**options)
        self.table = dict(size=3, **options)
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.bare = Bare()

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.options.bend:
            torch.relu(out)  #: after rnn if "bend"
        if self.space.fold:
            torch.relu(out)  #: after rnn if
        if self.table["size"] != 3:
            torch.relu(out)
        if self.table["bend"]:
            torch.relu(out)  #: after rnn if "bend"
        return self.bare.act(out)  #: after rnn


# drive: Net(bend=True, fold=True)(torch.zeros(5, 2, 3))
# drive: Net(bend=False, fold=False)(torch.zeros(5, 2, 3))
