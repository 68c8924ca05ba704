"""VRNN: phi_x, phi_z, encoder, prior, decoder around a GRU; every ReLU is after and/or before the recurrence."""

import torch
import torch.nn as nn

EPS = torch.finfo(torch.float).eps


class VRNN(nn.Module):
    def __init__(self, x_dim=3, h_dim=4, z_dim=2):
        super().__init__()
        self.h_dim = h_dim
        self.phi_x = nn.Sequential(nn.Linear(x_dim, h_dim), nn.ReLU())
        self.phi_z = nn.Sequential(nn.Linear(z_dim, h_dim), nn.ReLU())
        self.enc = nn.Sequential(nn.Linear(2 * h_dim, h_dim), nn.ReLU())
        self.enc_mean = nn.Linear(h_dim, z_dim)
        self.enc_std = nn.Sequential(nn.Linear(h_dim, z_dim), nn.Softplus())
        self.prior = nn.Sequential(nn.Linear(h_dim, h_dim), nn.ReLU())
        self.prior_mean = nn.Linear(h_dim, z_dim)
        self.dec = nn.Sequential(nn.Linear(2 * h_dim, h_dim), nn.ReLU())
        self.dec_mean = nn.Sequential(nn.Linear(h_dim, x_dim), nn.Sigmoid())
        self.rnn = nn.GRU(2 * h_dim, h_dim)  #: layer rnn

    def _sample(self, std, mean):
        eps = torch.empty(size=std.size(), dtype=torch.float).normal_()
        return eps.mul(std).add_(mean)

    def forward(self, x):
        kld, nll = 0, 0
        h = torch.zeros(1, x.size(1), self.h_dim)
        for t in range(x.size(0)):
            phi_x_t = self.phi_x(x[t])  #: before rnn
            enc_t = self.enc(torch.cat([phi_x_t, h[-1]], 1))  #: before rnn; after rnn if
            mean, std = self.enc_mean(enc_t), self.enc_std(enc_t)
            prior_t = self.prior(h[-1])  #: after rnn if
            z = self._sample(std, mean)
            phi_z_t = self.phi_z(z)  #: before rnn; after rnn if
            dec_t = self.dec(torch.cat([phi_z_t, h[-1]], 1))  #: after rnn if
            dec_mean = self.dec_mean(dec_t)
            _, h = self.rnn(torch.cat([phi_x_t, phi_z_t], 1).unsqueeze(0), h)
            kld = kld + (mean - self.prior_mean(prior_t)).pow(2).sum()
            nll += nn.functional.binary_cross_entropy(dec_mean, x[t], reduction="sum")
        return kld, nll

    def sample(self, steps):
        out = torch.zeros(steps, 3)
        h = torch.zeros(1, 1, self.h_dim)
        for t in range(steps):
            prior_t = self.prior(h[-1])
            phi_z_t = self.phi_z(self.prior_mean(prior_t))
            dec = self.dec_mean(self.dec(torch.cat([phi_z_t, h[-1]], 1)))
            phi_x_t = self.phi_x(dec)
            _, h = self.rnn(torch.cat([phi_x_t, phi_z_t], 1).unsqueeze(0), h)
            out[t] = dec.data
        return out


# drive: VRNN()(torch.rand(1, 2, 3))
# drive: VRNN()(torch.rand(3, 2, 3))
