"""Modules that are imported by a name, which a configuration may give."""

import importlib
from importlib import import_module

import torch
from torch import nn

CONFIG = {"_target_": "torch.nn.LSTM", "input_size": 4, "hidden_size": 4}


def instantiate(config):
    config = dict(config)
    path, _, name = config.pop("_target_").rpartition(".")
    return getattr(import_module(path), name)(**config)  #: layer lstm type=torch.nn.LSTM


class Configured(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = instantiate(CONFIG)
        self.gru = getattr(importlib.import_module(name="torch.nn"), "GRU")(4, 4)  #: layer gru type=torch.nn.GRU on_output=no

    def forward(self, x):
        return torch.relu(self.rnn(x)[0]), self.gru(x)[0]  #: after lstm


class Chosen(nn.Module):
    def __init__(self, kind):
        super().__init__()
        functional = import_module("torch.nn.functional")
        self.act = functional.relu
        self.rnn = getattr(import_module("torch.nn"), kind)(4, 4)  #: layer open type=torch.nn.GRU|torch.nn.LSTM|torch.nn.RNN on_output=sometimes

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after open if "kind"


# drive: Configured()(torch.zeros(5, 2, 4)), Chosen("GRU")(torch.zeros(5, 2, 4))
# drive: Configured()(torch.zeros(5, 2, 4)), Chosen("Linear")(torch.zeros(5, 2, 4))
