"""A condition names the places that construct the class with a deciding value: by position, by keyword, and not where ``*`` may shift them."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, size, bend=False, kind="tanh", deep=False):
        super().__init__()
        self.bend, self.kind, self.deep = bend, kind, deep
        self.rnn = nn.GRU(size, size)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.bend:
            out = torch.relu(out)  #: after rnn if "bend"
        if self.kind == "relu":
            out = torch.relu(out)  #: after rnn if "kind"
        if self.deep:
            out = torch.relu(out)  #: after rnn if "deep"
        return out


def made(sizes, options):
    return [
        Net(3),
        Net(3, True),
        Net(*sizes, True),
        Net(3, kind="relu"),
        Net(3, False, "relu"),
        Net(3, **options),
        Net(3, bend=bool(sizes)),
        Net(3, False, "tanh", True),
    ]


# drive: made([3], {})[0](torch.zeros(5, 2, 3))
# drive: Net(3, True, "relu", True)(torch.zeros(5, 2, 3))
