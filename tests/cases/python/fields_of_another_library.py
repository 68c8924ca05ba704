"""Fields by attrs, in each of its spellings: what the constructor is given decides, and not the default."""

import attr
import attrs
import torch
from attrs import define
from torch import nn


@attrs.define
class Defined:
    bend: bool = True


@attrs.frozen
class Frozen:
    bend: bool = True


@define
class Imported:
    bend: bool = True


@attrs.define(slots=True)
class Told:
    bend: bool = True


@attr.s(auto_attribs=True)
class Early:
    bend: bool = True


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if Defined(False).bend:
            states = states + torch.relu(states)
        if Frozen(False).bend:
            states = states + torch.relu(states)
        if Imported(False).bend:
            states = states + torch.relu(states)
        if Told(False).bend:
            states = states + torch.relu(states)
        if Early(False).bend:
            states = states + torch.relu(states)
        if Frozen().bend:
            states = states + torch.relu(states)  #: after rnn
        return states


# drive: Net()(torch.zeros(5, 2, 3))
