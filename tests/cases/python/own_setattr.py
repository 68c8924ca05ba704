"""A __setattr__ of one's own decides under what name a thing is kept; object.__setattr__ keeps it as it is."""

import torch
from torch import nn


class Renamed:
    def __setattr__(self, name, value):
        super().__setattr__("kept_" + name, value)


class Doubled:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, torch.relu)
        if name == "plain":
            object.__setattr__(self, name, value)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes
        self.renamed, self.doubled = Renamed(), Doubled()
        self.renamed.act = torch.sigmoid
        self.doubled.plain, self.doubled.bent = torch.tanh, torch.tanh

    def forward(self, x):
        out = self.renamed.kept_act(self.rnn(x)[0])
        out = self.doubled.plain(out)
        return self.doubled.bent(out)  #: after rnn


# drive: Net()(torch.zeros(5, 2, 3))
