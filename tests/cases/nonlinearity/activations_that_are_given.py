"""A layer of a library that is given its activation applies ReLU when it is one: by name, as function, as module, or open."""

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, name="gelu", given=None):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=yes
        self.default = nn.TransformerEncoderLayer(4, 2)
        self.named = nn.TransformerEncoderLayer(4, 2, activation="relu")
        self.placed = nn.TransformerEncoderLayer(4, 2, 8, 0.1, "relu")
        self.function = nn.TransformerEncoderLayer(4, 2, activation=F.relu)
        self.module = nn.TransformerEncoderLayer(4, 2, activation=nn.ReLU())
        self.gelu = nn.TransformerEncoderLayer(4, 2, activation="gelu")
        self.tanh = nn.TransformerEncoderLayer(4, 2, activation=torch.tanh)
        self.plain = nn.TransformerEncoderLayer(4, 2, activation=torch.abs)
        self.other = nn.TransformerEncoderLayer(4, 2, activation=nn.Identity())
        self.own = nn.TransformerEncoderLayer(4, 2, activation=lambda x: x * 2)
        self.open = nn.TransformerEncoderLayer(4, 2, activation=name)
        self.handed = nn.TransformerEncoderLayer(4, 2, activation=given or "gelu")

    def forward(self, x):
        out = self.rnn(x)[0]
        self.default(out)  #: after rnn defined=12
        self.named(out)  #: after rnn defined=13
        self.placed(out)  #: after rnn defined=14
        self.function(out)  #: after rnn defined=15
        self.module(out)  #: after rnn defined=16
        self.gelu(out)
        self.tanh(out)
        self.plain(out)
        self.other(out)
        self.own(out)
        self.open(out)  #: after rnn if "name" defined=22
        self.handed(out)  #: after rnn if "given" defined=23
        return out


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net("relu")(torch.zeros(5, 2, 4))
# drive: Net(given="relu")(torch.zeros(5, 2, 4))
