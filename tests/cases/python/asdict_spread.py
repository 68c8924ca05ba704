from dataclasses import asdict, dataclass

import torch
from torch import nn


@dataclass
class Spec:
    kind: str


def build(kind):
    return getattr(nn, kind)(3, 3)  #: layer rnn


class Net(nn.Module):
    def __init__(self, spec):
        super().__init__()
        self.rnn = build(**asdict(spec))

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after rnn


def main(x):
    return Net(Spec("GRU"))(x)


# drive: main(torch.rand(2, 1, 3))
