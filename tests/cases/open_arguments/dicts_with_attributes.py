"""Configurations as dicts whose entries are read as attributes, made in every way."""

from types import SimpleNamespace

import torch
from torch import nn


class ByGetitem(dict):
    __getattr__ = dict.__getitem__


class ByGet(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__


class ByMethod(dict):
    def __getattr__(self, key):
        return self[key]


class OwnDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


class Names(SimpleNamespace):
    @classmethod
    def create(cls, tree):
        return cls(**{k: cls.create(v) if isinstance(v, dict) else v for k, v in tree.items()})


def act_of(name):
    return nn.ReLU() if name == "relu" else nn.Tanh()


class Net(nn.Module):
    def __init__(self, one, two, three, four, five):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.acts = [act_of(one.model.act), act_of(two.act), act_of(three.act), act_of(four["act"])]
        self.last = nn.ReLU() if five.enc.act == "relu" else nn.Tanh()

    def forward(self, x):
        y = self.rnn(x)[0]
        a = self.acts[0](y)  #: after enc defined=36
        b = self.acts[1](y)  #: after enc defined=36
        c = self.acts[2](y)  #: after enc defined=36
        d = self.acts[3](y)  #: after enc defined=36
        e = self.last(y)  #: after enc defined=44
        return a, b, c, d, e


def main(x):
    one = ByGetitem({"model": ByGetitem({"act": "relu"})})
    two, three, four = ByGet({"act": "relu"}), ByMethod(act="relu"), OwnDict([("act", "relu")])
    five = Names.create({"enc": {"act": "relu"}})
    return Net(one, two, three, four, five)(x)


# drive: main(torch.zeros(5, 2, 3))
