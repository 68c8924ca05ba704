"""A base that stands in where a library is missing: the library's is meant, and calls what it calls."""

import torch
from torch import nn

try:
    from lightning import LightningModule
except ImportError:

    class LightningModule(nn.Module):
        pass


class Lit(LightningModule):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    def forward(self, x):
        return self.rnn(x)[0]

    def training_step(self, batch, number):
        return torch.relu(1 - self(batch)).mean()  #: after rnn

    def unheard_of(self, batch):
        return torch.relu(self.rnn(batch)[0])


# drive: Lit().training_step(torch.zeros(2, 2, 3), 0)
