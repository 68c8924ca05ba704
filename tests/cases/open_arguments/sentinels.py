"""An argument that is left out is told by a default that nobody gives: dots, an object, None."""

import torch
from torch import nn

MISSING = object()


def dotted(x, bend=...):
    return torch.relu(x) if bend is ... else x  #: after rnn


def marked(x, bend=MISSING):
    return torch.relu(x) if bend is MISSING else x  #: after rnn


def given(x, bend=...):
    return torch.relu(x) if bend is ... else x


def asked(x, kind="tanh"):
    held = torch.zeros(3)
    if not kind:
        held = x
    if kind == "bend":
        torch.relu(held)
    if kind == "relu":
        x = torch.relu(x)  #: after rnn if "kind"
        if not kind:
            x = torch.relu(x)
    return x


class Net(nn.Module):
    def __init__(self, kind="tanh"):
        super().__init__()
        self.kind = kind
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=yes

    def forward(self, x):
        out = self.rnn(x)[0]
        return dotted(out), marked(out), given(out, bend=None), asked(out, self.kind)


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu")(torch.zeros(5, 2, 3))
# drive: Net("bend")(torch.zeros(5, 2, 3))
# drive: Net("")(torch.zeros(5, 2, 3))
