"""Additive attention by hand: scores with ReLU from both encoder and decoder weigh the encoder's states."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.GRU(3, 4)  #: layer enc
        self.decoder = nn.GRUCell(4, 4)  #: layer dec
        self.score = nn.Linear(8, 1)

    def attend(self, h, memory):
        query = h.unsqueeze(0).expand_as(memory)
        energy = torch.relu(self.score(torch.cat([query, memory], -1)))  #: after enc; before dec; after dec if
        weights = torch.softmax(energy, 0)
        return (weights * memory).sum(0)

    def forward(self, x, steps):
        memory, _ = self.encoder(x)
        h = torch.zeros(x.size(1), 4)
        for _ in range(steps):
            h = self.decoder(self.attend(h, memory), h)
        return h


# drive: Net()(torch.zeros(5, 2, 3), 1)
# drive: Net()(torch.zeros(5, 2, 3), 3)
