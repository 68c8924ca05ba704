import sys
import types

import torch
from torch import nn

# an unscanned settings module, made here so that the program runs
sys.modules.setdefault("somewhere_settings", types.SimpleNamespace(options=types.SimpleNamespace(cell="gru")))
from somewhere_settings import options  # noqa: E402


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        assert options.cell in ("gru", "lstm")
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        y, _ = self.rnn(x)
        return torch.relu(y)  #: after enc


# drive: Net()(torch.randn(3, 2, 3))
