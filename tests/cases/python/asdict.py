from dataclasses import asdict, dataclass

import torch
from torch import nn


@dataclass
class Spec:
    type: str
    dim: int = 3


class Rnn(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.rnn = nn.GRU(dim, dim)  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0]


def build(type, dim):
    return Rnn(dim) if type == "rnn" else nn.ReLU()


def main(x):
    for layer in [build(**asdict(s)) for s in [Spec("rnn"), Spec("act")]]:
        x = layer(x)  #: after rnn
    return x


# drive: main(torch.rand(2, 1, 3))
