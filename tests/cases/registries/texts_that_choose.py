"""Texts with an open part choose by what that part is; one that is changed on the way is open."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind="tanh", size=3):
        super().__init__()
        self.kind, self.size = kind, size
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if "use_%s" % self.kind == "use_relu":
            torch.relu(out)  #: after rnn if "kind"
        if "%s" % self.kind == "":
            torch.relu(out)  #: after rnn if "kind"
        if "{:>6}".format(self.kind) == "  relu":
            torch.relu(out)  #: after rnn if
        if "%02d" % self.size == "04":
            torch.relu(out)  #: after rnn if
        if f"{[]}{self.kind}" == "[]relu":
            torch.relu(out)  #: after rnn if
        return out


# drive: [Net()(torch.zeros(5, 2, 3))]
# drive: [Net(kind, size)(torch.zeros(5, 2, 3)) for kind, size in (("relu", 3), ("", 4))]
