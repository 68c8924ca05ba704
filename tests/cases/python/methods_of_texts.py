"""Texts are taken apart and put together as Python does; what is asked of an open one is open."""

import torch
from torch import nn


class Known(nn.Module):
    def __init__(self, kind="lstm"):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer known on_output=yes
        self.rate = "%d%% %s" % (50, "relu")
        self.named = "%(kind)s" % {"kind": "relu"}
        self.filled = "{0}-{name}".format("a", name="b")

    def forward(self, x):
        out = self.rnn(x)[0]
        first, *others = "tanh,relu".split(",")
        if first == "relu" or others[0] == "tanh" or "x".join(["a", "b"]) == "ab":
            out = torch.relu(out)
        if self.rate != "50% relu" or self.named != "relu" or self.filled != "a-b":
            out = torch.relu(out)
        for letter in "ab":
            if letter == "c" or "abc"[1] != "b":
                out = torch.relu(out)
        if others[0] == "relu" and "relu" in "leaky_relu" and "gelu" not in "relu":
            out = torch.relu(out)  #: after known
        return out


class Open(nn.Module):
    def __init__(self, kind="tanh", mode="a"):
        super().__init__()
        self.kind, self.mode = kind, mode
        self.rnn = nn.GRU(3, 4)  #: layer open on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if f"use_{self.kind}" == "use_relu":
            out = torch.relu(out)  #: after open if "kind"
        if f"use_{self.kind}" == "take_relu" or f"{self.mode}?" == "a":
            out = torch.relu(out)
        if f"{self.mode}1" == "b1":
            out = torch.relu(out)  #: after open if "mode"
        return out


# drive: (Known()(torch.zeros(5, 2, 3)), Open()(torch.zeros(5, 2, 3)))
# drive: (Known()(torch.zeros(5, 2, 3)), Open("relu")(torch.zeros(5, 2, 3)))
# drive: (Known()(torch.zeros(5, 2, 3)), Open("tanh", "b")(torch.zeros(5, 2, 3)))
