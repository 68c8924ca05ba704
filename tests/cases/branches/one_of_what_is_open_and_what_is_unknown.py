"""What may be an argument, a constant or something unknown is tested as each of them, and the unknown one is named."""

import torch
from torch import nn

from elsewhere import chosen


class Net(nn.Module):
    def __init__(self, kind="tanh", flag=False):
        super().__init__()
        self.kind = kind
        self.flag = flag
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes

    def forward(self, x):
        out = self.rnn(x)[0]
        one = self.kind if self.flag else "gelu"
        if one == "relu":
            torch.relu(out)  #: after rnn if "kind"
        if one == "gelu":
            torch.relu(out)  #: after rnn if "flag"
        other = self.kind if self.flag else None
        if other is None:
            torch.relu(out)  #: after rnn if "flag"
        if other:
            torch.relu(out)  #: after rnn if "kind"
        unknown = chosen() if self.flag else "tanh"
        if unknown == "relu":
            torch.relu(out)  #: after rnn if "flag"
        act = chosen if self.flag else torch.tanh
        torch.relu(act(out))  #: after rnn if "flag"
        last = "tanh"
        for name in chosen.names:
            last = name
        if last == "relu":
            torch.relu(out)  #: after rnn if "relu"
        both = [self.kind, chosen()]
        if both[0] == "relu" and both[1] == "relu":
            torch.relu(out)  #: after rnn if "kind"
        mixed = {"a": self.kind, "b": "relu"}
        if mixed["b"] == "relu" and mixed["a"] != "relu":
            torch.relu(out)  #: after rnn if "kind"
        if mixed["b"] != "relu":
            torch.relu(out)
        return out
