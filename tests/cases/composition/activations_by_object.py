"""Layers of the library whose activation is an object, a function or a text; modules added by name; a dict of modules."""

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.byobject = nn.TransformerEncoderLayer(4, 2, 8, activation=nn.ReLU())
        self.byfunction = nn.TransformerEncoderLayer(4, 2, 8, activation=F.relu)
        self.bytext = nn.TransformerEncoderLayer(4, 2, 8, activation="gelu")
        nn.Module.add_module(self, "added", nn.ReLU())
        self.table = nn.ModuleDict({"fold": nn.Tanh(), "bend": nn.ReLU()})
        self.listed = nn.ModuleList(self.table.values())

    def forward(self, x):
        out = self.bytext(self.rnn(x)[0])
        self.byobject(out)  #: after rnn
        self.byfunction(out)  #: after rnn
        self.added(out)  #: after rnn
        for name in self.table:
            if name == "bend":
                self.table[name](out)  #: after rnn
        for name, part in self.table.items():
            if name == "fold":
                out = part(out)
        if "bend" in self.table and len(self.table) == 2 and len(self.listed) == 2:
            self.listed[1](out)  #: after rnn
        if len(list(self.table.children())) == 2:
            self.listed[1](out)  #: after rnn
        return out


# drive: Net()(torch.zeros(5, 2, 3))
