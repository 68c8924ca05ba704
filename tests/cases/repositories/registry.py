"""Registry with decorators: encoders by name, an activation registry of functions, config as a dict of dicts."""

import functools

import torch
import torch.nn.functional as F
from torch import nn

ENCODERS = {}
ACTIVATIONS = {"relu": F.relu, "gelu": F.gelu, "none": lambda x: x}


def register(name):
    def decorator(cls):
        if name in ENCODERS:
            raise KeyError(f"{name} is registered twice")
        ENCODERS[name] = cls
        return cls

    return decorator


@register("irnn")
class IRNN(nn.Module):
    def __init__(self, size, hidden):
        super().__init__()
        self.rnn = nn.RNN(size, hidden, 1, "relu")  #: layer irnn; inside irnn
        self._identity()

    @torch.no_grad()
    def _identity(self):
        nn.init.eye_(self.rnn.weight_hh_l0)
        for bias in (self.rnn.bias_ih_l0, self.rnn.bias_hh_l0):
            bias.zero_()

    def forward(self, x):
        return self.rnn(x)[0]


@register("bow")
class BagOfWords(nn.Module):
    def __init__(self, size, hidden):
        super().__init__()
        self.lin = nn.Linear(size, hidden)

    def forward(self, x):
        return self.lin(x).relu().cumsum(0)


@register("gru")
class GRUEncoder(nn.GRU):
    def forward(self, x):
        output, state = super().forward(x)
        return torch.cat([output, state.expand_as(output)], -1)[..., : self.hidden_size]


class Classifier(nn.Module):
    def __init__(self, config):
        super().__init__()
        enc = dict(config["encoder"])
        self.encoder = ENCODERS[enc.pop("type")](**enc)  #: layer gru on_output=sometimes
        self.activation = ACTIVATIONS[config.get("activation", "none")]
        self.out = functools.reduce(lambda seq, layer: seq.append(layer), [nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 2)], nn.Sequential())

    def forward(self, x):
        h = self.activation(self.encoder(x))  #: after irnn if "activation"; after gru if "activation"
        return self.out(h)


def small(kind, act="none"):
    return Classifier({"encoder": {"type": kind, "size": 3, "hidden": 4} if kind != "gru" else {"type": "gru", "input_size": 3, "hidden_size": 4}, "activation": act})


# drive: small("irnn")(torch.rand(5, 2, 3))
# drive: [IRNN(3, 4), small("gru", "relu")(torch.rand(5, 2, 3))]
# drive: small("irnn", "relu")(torch.rand(5, 2, 3))
# drive: [IRNN(3, 4), small("bow")(torch.rand(5, 2, 3))]
