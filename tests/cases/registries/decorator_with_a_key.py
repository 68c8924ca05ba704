"""Encoders registered by a decorator, built by name from a config dict."""

import torch
from torch import nn

ENCODERS = {}


def register(name):
    def wrap(cls):
        if name in ENCODERS:
            raise KeyError(name)
        ENCODERS[name] = cls
        cls.registry_name = name
        return cls

    return wrap


class BaseEncoder(nn.Module):
    def __init__(self, dim, out):
        super().__init__()
        self.dim, self.out = dim, out

    @classmethod
    def from_config(cls, config):
        return cls(config["dim"], config["out"])


@register("lstm")
class LSTMEncoder(BaseEncoder):
    def __init__(self, dim, out):
        super().__init__(dim, out)
        self.rnn = nn.LSTM(dim, out, batch_first=True)  #: layer lstm on_output=sometimes

    def forward(self, x):
        return self.rnn(x)[0]


@register("gru")
class GRUEncoder(BaseEncoder):
    def __init__(self, dim, out):
        super().__init__(dim, out)
        self.rnn = nn.GRU(dim, out, batch_first=True)  #: layer gru

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.relu(out)  #: after gru


@register("cnn")
class CNNEncoder(BaseEncoder):
    def __init__(self, dim, out):
        super().__init__(dim, out)
        self.net = nn.Sequential(nn.Conv1d(dim, out, 3, padding=1), nn.ReLU())

    def forward(self, x):
        return self.net(x.transpose(1, 2)).transpose(1, 2)


def build_encoder(config):
    return ENCODERS[config["type"]].from_config(config)


class Classifier(nn.Module):
    def __init__(self, kind="lstm", deep_head=False):
        super().__init__()
        self.encoder = build_encoder({"type": kind, "dim": 3, "out": 4})
        self.head = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2)) if deep_head else nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.encoder(x).mean(1))  #: after lstm if "deep_head"; after gru if "deep_head"


# drive: [Classifier(kind)(torch.rand(2, 5, 3)) for kind in ENCODERS]
# drive: [Classifier(kind, True)(torch.rand(2, 5, 3)) for kind in ENCODERS]
