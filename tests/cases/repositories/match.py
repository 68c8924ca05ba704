"""match statements, walrus, for/else, nonlocal counters; pooling chosen by pattern."""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import nn


@dataclass
class Pool:
    kind: Literal["last", "mean", "attn"] = "last"
    act: str | None = None


class Encoder(nn.Module):
    def __init__(self, pool: Pool, size=3, hidden=4):
        super().__init__()
        self.pool = pool
        self.rnn = nn.LSTM(size, hidden)  #: layer rnn
        self.query = nn.Linear(hidden, 1)
        match pool:
            case Pool(act="relu"):
                self.act = nn.ReLU()
            case Pool(act=None):
                self.act = nn.Identity()
            case _:
                raise ValueError(pool.act)

    def forward(self, x):
        out, (h, c) = self.rnn(x)
        calls = 0

        def count(value):
            nonlocal calls
            calls += 1
            return value

        match self.pool.kind:
            case "last":
                y = count(h[-1])
            case "mean" | "avg":
                y = count(out.mean(0))
            case "attn":
                w = torch.relu(self.query(out))  #: after rnn if "kind"
                y = count((w * out).sum(0))
        if (n := y.size(0)) > 1:
            y = y - y.mean(0) * n / calls
        return self.act(y)  #: after rnn if "act"


# drive: Encoder(Pool())(torch.rand(3, 2, 3))
# drive: Encoder(Pool("attn", "relu"))(torch.rand(3, 2, 3))
# drive: Encoder(Pool("mean"))(torch.rand(3, 2, 3))
