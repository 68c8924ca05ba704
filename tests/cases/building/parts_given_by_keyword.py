"""Parts and buffers are put in place by position, by keyword, and under names that are open in part."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, names=("a", "b"), size=4):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=yes
        self.add_module("first", nn.ReLU())
        self.add_module(name="second", module=nn.ReLU())
        self.add_module("third", module=nn.Tanh())
        self.register_module(name="fourth", module=nn.ReLU())
        self.register_buffer("fifth", torch.zeros(4))
        self.register_buffer(name="sixth", tensor=torch.zeros(4), persistent=False)
        self.register_parameter("seventh", param=nn.Parameter(torch.zeros(4)))
        self.register_module("eighth", None)
        self.register_buffer("ninth", None)

    def forward(self, x):
        out = self.rnn(x)[0]
        self.first(out)  #: after rnn defined=11
        self.second(out)  #: after rnn defined=12
        self.third(out)
        self.fourth(out)  #: after rnn defined=14
        if self.eighth is not None or self.ninth is not None:
            torch.relu(out)
        torch.relu(self.fifth + self.seventh)
        self.sixth.copy_(out[0, 0])
        torch.relu(self.fifth)
        torch.relu(self.sixth)  #: after rnn
        return out


class Patterned(nn.Module):
    def __init__(self, kinds=("x", "y"), size=4):
        super().__init__()
        self.kinds = kinds
        self.rnn = nn.GRU(4, 4)  #: layer patterned
        for kind in kinds:
            setattr(self, f"act_{kind}", nn.ReLU())
            setattr(self, f"out_{kind}_head", nn.Tanh())

    def forward(self, x):
        out = self.rnn(x)[0]
        for kind in self.kinds:
            getattr(self, f"out_{kind}_head")(out)
            getattr(self, f"act_{kind}")(out)  #: after patterned defined=42
        return out


# drive: (Net()(torch.zeros(5, 2, 4)), Patterned()(torch.zeros(5, 2, 4)))
