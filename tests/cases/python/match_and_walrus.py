"""Structural patterns over a tuple-or-tensor state, walrus in conditions, star-targets."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class Matcher(nn.Module):
    def __init__(self, kind="lstm", dim=3, rectify="state"):
        super().__init__()
        self.rectify = rectify
        match kind:
            case "lstm" | "LSTM":
                self.rnn = nn.LSTM(dim, dim)  #: layer lstm on_output=sometimes
            case "gru":
                self.rnn = nn.GRU(dim, dim)  #: layer gru on_output=sometimes
            case _:
                raise ValueError(kind)
        self.out = nn.Linear(dim, dim)

    def last(self, state):
        match state:
            case (h, c):
                return h[-1] + F.relu(c[-1])  #: after lstm if
            case torch.Tensor() as h:
                return h[-1]

    def forward(self, x):
        out, state = self.rnn(x)
        if (mean := out.mean(0)).requires_grad and self.rectify == "mean":
            mean = F.relu(mean)  #: after lstm if "rectify"; after gru if "rectify"
        first, *rest = out.unbind(0)
        if n := len(rest):
            first = first / n
        return self.out(self.last(state) + mean + first)


# drive: Matcher()(torch.rand(3, 2, 3))
# drive: Matcher("gru", rectify="mean")(torch.rand(3, 2, 3))
# drive: Matcher("lstm", rectify="mean")(torch.rand(3, 2, 3))
