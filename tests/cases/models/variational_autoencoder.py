"""A sequence autoencoder: latent sample, rectified bridge, decoder."""

import torch
import torch.nn.functional as F
from torch import nn


class VRAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.GRU(3, 4)  #: layer enc
        self.mean = nn.Linear(4, 2)
        self.logvar = nn.Linear(4, 2)
        self.bridge = nn.Linear(2, 4)
        self.decoder = nn.GRU(3, 4)  #: layer dec on_output=no
        self.out = nn.Linear(4, 3)

    def reparameterize(self, mean, logvar):
        std = torch.exp(0.5 * logvar)
        return mean + std * torch.randn_like(std)

    def forward(self, x):
        _, h = self.encoder(x)
        mean, logvar = self.mean(h[-1]), self.logvar(h[-1])
        z = self.reparameterize(mean, logvar)
        h0 = F.relu(self.bridge(z)).unsqueeze(0)  #: after enc; before dec
        out, _ = self.decoder(torch.zeros_like(x), h0)
        return self.out(out), mean, logvar


# drive: VRAE()(torch.zeros(5, 2, 3))
