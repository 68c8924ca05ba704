"""Assembles models by names from a JSON-like config."""

import torch
from torch import nn

from zoo import create

DEFAULT = {"blocks": ["conv", "rnn"], "dim": 3}


class Assembled(nn.Module):
    def __init__(self, head="plainhead", **config):
        super().__init__()
        config = {**DEFAULT, **config}
        self.blocks = nn.ModuleList([create(name, config["dim"]) for name in DEFAULT["blocks"]])
        self.head = create(head, config["dim"])

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return self.head(x)


# drive: Assembled()(torch.rand(2, 2, 3))
# drive: Assembled(head="reluhead", dim=2)(torch.rand(2, 2, 2))
# drive: Assembled(head="conv")(torch.rand(2, 2, 3))
