"""A part's attribute is set and used within one call: definite."""

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.memory = None

    def forward(self, query):
        return torch.relu(query + self.memory.mean(0))  #: after enc; before dec


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.GRU(3, 4)  #: layer enc
        self.attention = Attention()
        self.decoder = nn.GRUCell(4, 4)  #: layer dec on_output=no

    def forward(self, x, query):
        self.attention.memory, _ = self.encoder(x)
        return self.decoder(self.attention(query))


# drive: Net()(torch.zeros(5, 2, 3), torch.zeros(2, 4))
