"""Nested factories: build_from_cfg with type strings, deep-merged defaults, asdict, a loop over specs with continue and break."""

from dataclasses import asdict, dataclass, field

import torch
from torch import nn


@dataclass
class LayerSpec:
    type: str
    dim: int = 4
    extra: dict = field(default_factory=dict)


SPECS = [
    LayerSpec("linear"),
    LayerSpec("act", extra={"name": "ReLU"}),
    LayerSpec("skip"),
    LayerSpec("rnn", extra={"cell": "GRU"}),
    LayerSpec("act", extra={"name": "Tanh"}),
    LayerSpec("rnn", extra={"cell": "LSTM"}),
    LayerSpec("act", extra={"name": "ReLU"}),
    LayerSpec("stop"),
    LayerSpec("rnn", extra={"cell": "RNN"}),
]


class Recurrent(nn.Module):
    def __init__(self, cell, dim):
        super().__init__()
        self.rnn = getattr(nn, cell)(dim, dim)  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0]


def build_layer(type, dim, extra):
    if type == "linear":
        return nn.Linear(dim, dim)
    if type == "act":
        return getattr(nn, extra["name"])()
    if type == "rnn":
        return Recurrent(extra["cell"], dim)
    raise NotImplementedError(type)


class FromSpecs(nn.Module):
    def __init__(self, specs):
        super().__init__()
        self.layers = nn.ModuleList()
        for spec in specs:
            if spec.type == "skip":
                continue
            if spec.type == "stop":
                break
            self.layers.append(build_layer(**asdict(spec)))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)  #: before rnn; after rnn
        return x


def main():
    return FromSpecs(SPECS)(torch.rand(3, 2, 4))


# drive: main()
