"""A plain class that holds modules and calls them."""

import torch
from torch import nn


class Trainer:
    def __init__(self):
        self.encoder = nn.GRU(3, 4)  #: layer enc
        self.head = nn.Linear(4, 1)

    def predict(self, x):
        out, _ = self.encoder(x)
        return self.head(torch.relu(out))  #: after enc


# drive: Trainer().predict(torch.zeros(5, 2, 3))
