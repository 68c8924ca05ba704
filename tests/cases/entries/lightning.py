"""A module of Lightning: its steps are called from outside, and its hyperparameters are kept by name."""

import lightning.pytorch as pl
import torch
from torch import nn


class Tagger(pl.LightningModule):
    def __init__(self, size=4, use_relu=False):
        super().__init__()
        self.save_hyperparameters()
        self.rnn = nn.GRU(size, size)  #: layer rnn
        self.head = nn.Sequential(nn.Linear(size, size), nn.ReLU())

    def forward(self, x):
        return self.rnn(x)[0]

    def training_step(self, batch, batch_idx):
        out = self(batch)
        if self.hparams.use_relu:
            out = torch.relu(out)  #: after rnn if "use_relu"
        if self.hparams.size == 7:
            out = torch.relu(out)  #: after rnn if "size"
        return self.head(out).sum()  #: after rnn defined=13

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())
