"""Greedy decoding until all are done: the embedded token goes through ReLU and came from the cell."""

import torch
import torch.nn.functional as F
from torch import nn


class Decoder(nn.Module):
    def __init__(self, vocabulary=5):
        super().__init__()
        self.embed = nn.Embedding(vocabulary, 4)
        self.cell = nn.GRUCell(4, 4)  #: layer cell
        self.out = nn.Linear(4, vocabulary)

    @torch.no_grad()
    def forward(self, h, limit):
        token = torch.zeros(h.size(0), dtype=torch.long)
        tokens = []
        while len(tokens) < limit:
            x = F.relu(self.embed(token))  #: before cell; after cell if
            h = self.cell(x, h)
            token = self.out(h).argmax(-1)
            tokens.append(token)
            if (token == 4).all():
                break
        return torch.stack(tokens, 1)


# drive: Decoder()(torch.zeros(2, 4), 1)
# drive: Decoder()(torch.zeros(2, 4), 4)
