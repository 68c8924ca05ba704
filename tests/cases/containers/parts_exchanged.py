"""Parts of containers that are replaced or taken away after they were built: by name, by number, by a walk over children."""

import torch
from torch import nn


def strip(module):
    for name, child in module.named_children():
        if isinstance(child, nn.ReLU):
            setattr(module, name, nn.Identity())
        else:
            strip(child)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=yes
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 4))
        setattr(self.head, "1", nn.Identity())
        self.named = nn.Sequential()
        self.named.add_module("act", nn.ReLU())
        self.named.act = nn.Tanh()
        self.shorter = nn.Sequential()
        self.shorter.add_module("linear", nn.Linear(4, 4))
        self.shorter.add_module("act", nn.ReLU())
        del self.shorter.act
        self.late = nn.Sequential(nn.ReLU(), nn.ReLU())
        self.late[0] = nn.Sigmoid()
        self.late.add_module("1", nn.Tanh())
        self.table = nn.ModuleDict({"act": nn.Tanh()})
        self.table.act = nn.ReLU()
        self.walked = nn.Sequential(nn.Sequential(nn.Linear(4, 4), nn.ReLU()), nn.ReLU())
        strip(self.walked)

    def forward(self, x):
        out, _ = self.rnn(x)
        out = self.walked(self.late(self.shorter(self.named(self.head(out)))))
        return self.table["act"](out)  #: after rnn defined=32


# drive: Net()(torch.rand(3, 2, 4))
