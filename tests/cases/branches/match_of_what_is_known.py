"""A dict fits where all keys are there and fit, a sequence with a star where it is long enough, fields in their order."""

from dataclasses import dataclass

import torch
from torch import nn


@dataclass
class Spec:
    act: str
    size: int = 4


def of_dict(cfg):
    match cfg:
        case {"act": "relu", "size": _}:
            return nn.ReLU()
        case {"act": str() as name, **rest} if not rest and name == "relu":
            return nn.ReLU()
        case {"act": "tanh"}:
            return nn.Tanh()
    return nn.Identity()


def of_list(spec):
    match spec:
        case [_, _, *_, "last"]:
            return nn.ReLU()
        case ["relu", *rest] if len(rest) == 1:
            return nn.ReLU()
        case ["tanh", *_]:
            return nn.Tanh()
    return nn.Identity()


def of_fields(spec):
    match spec:
        case Spec("relu", 5):
            return nn.ReLU()
        case Spec("relu", size):
            return nn.ReLU() if size == 4 else nn.Tanh()
    return nn.Identity()


def loud(x, kind="tanh"):
    out = nn.GRU(3, 4)(x)[0]  #: layer loud
    out = of_dict({"act": "relu"})(out)  #: after loud defined=20
    out = of_dict({"act": "relu", "size": 3})(out)  #: after loud defined=18
    out = of_list(["a", "b", "last"])(out)  #: after loud defined=29
    out = of_list(("relu", 1))(out)  #: after loud defined=31
    out = of_fields(Spec("relu"))(out)  #: after loud defined=42
    return of_dict({"act": kind})(out)  #: after loud if "relu" defined=20


def silent(x):
    out = nn.GRU(3, 4)(x)[0]  #: layer silent
    out = of_dict({"act": "tanh", "size": 3})(out)
    out = of_dict({"size": 3})(of_dict(["act", "relu"])(out))
    out = of_list(["relu"])(of_list(["tanh", 1])(of_list(["a", "last"])(out)))
    return of_fields(Spec("tanh"))(of_fields(Spec("relu", 3))(out))


# drive: (loud(torch.zeros(5, 2, 3)), silent(torch.zeros(5, 2, 3)))
# drive: (loud(torch.zeros(5, 2, 3), "relu"), silent(torch.zeros(5, 2, 3)))
