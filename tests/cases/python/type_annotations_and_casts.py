"""Annotations, typing.cast and string annotations do not stand in the way."""

from __future__ import annotations

from typing import Optional, cast

import torch
from torch import Tensor, nn


class Net(nn.Module):
    act: nn.Module

    def __init__(self) -> None:
        super().__init__()
        self.rnn: nn.GRU = nn.GRU(3, 4)  #: layer enc
        self.act: nn.Module = nn.ReLU()

    def forward(self, x: Tensor, h: Optional[Tensor] = None) -> "Tensor":
        out: Tensor
        out, _ = self.rnn(x, h)
        return cast(Tensor, self.act(cast(torch.Tensor, out)))  #: after enc defined=17


# drive: Net()(torch.zeros(5, 2, 3))
