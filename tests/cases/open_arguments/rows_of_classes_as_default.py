"""Rows and dicts of classes or functions that are only defaults: whoever builds the model may give others."""

import torch
from torch import nn


class Listed(nn.Module):
    def __init__(self, steps=(nn.ReLU, nn.Tanh)):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer listed
        self.head = nn.Sequential(*[step() for step in steps])

    def forward(self, x):
        return self.head(self.rnn(x)[0])  #: after listed if "steps"


class Indexed(nn.Module):
    def __init__(self, steps=[torch.relu]):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer indexed
        self.step = steps[-1]

    def forward(self, x):
        return self.step(self.rnn(x)[0])  #: after indexed if "steps"


class Named(nn.Module):
    def __init__(self, table={"step": nn.ReLU}):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer named
        self.step = table["step"]()

    def forward(self, x):
        return self.step(self.rnn(x)[0])  #: after named if "table"


# drive: Listed()(torch.zeros(5, 2, 3))
# drive: Indexed()(torch.zeros(5, 2, 3))
# drive: Named()(torch.zeros(5, 2, 3))
# drive: Listed((nn.Tanh,))(torch.zeros(5, 2, 3))
# drive: Indexed([torch.tanh])(torch.zeros(5, 2, 3))
# drive: Named({"step": nn.Tanh})(torch.zeros(5, 2, 3))
