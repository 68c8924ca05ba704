"""What is one of two arguments, asked in all ways: whether it is true, equal to a text, or there at all."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind=None, fallback="tanh", options=None, more=False):
        super().__init__()
        self.kind = kind if kind is not None else fallback
        self.more = more
        self.options = options or {"a": 1}
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        if self.kind == "relu":
            torch.relu(out)  #: after rnn if "kind"
        if not self.kind:
            torch.relu(out)  #: after rnn if "kind"
        if "b" in self.options:
            torch.relu(out)  #: after rnn if "options"
        if [1, 2] == [1, self.more]:
            torch.relu(out)  #: after rnn if
        return out


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu", options={"b": 1}, more=2)(torch.zeros(5, 2, 3))
# drive: Net(None, "")(torch.zeros(5, 2, 3))
