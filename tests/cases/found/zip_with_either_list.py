"""``zip`` with a list that is one thing or another: both are read, whichever there is (gluonts FeatureEmbedder)."""

import torch
from torch import nn


class Model(nn.Module):
    def __init__(self, parts):
        super().__init__()
        self.parts = parts
        self.embed = nn.ModuleList([nn.Linear(4 // parts, 4) for _ in range(parts)])
        self.rnn = nn.LSTM(4, 4)  #: layer enc

    def forward(self, x):
        if self.parts > 1:
            slices = torch.chunk(x, self.parts, dim=-1)
        else:
            slices = [x]
        total = sum(embed(part.contiguous()) for embed, part in zip(self.embed, slices))
        out, _ = self.rnn(total)
        return torch.relu(out)  #: after enc


# drive: Model(1)(torch.randn(3, 2, 4))
# drive: Model(2)(torch.randn(3, 2, 4))
