"""Variational recurrent neural network."""
import torch
import torch.nn as nn


class VRNN(nn.Module):
    def __init__(self, x_dim, h_dim, z_dim, n_layers, bias=False):
        super(VRNN, self).__init__()
        self.h_dim, self.n_layers = h_dim, n_layers
        self.phi_x = nn.Sequential(
            nn.Linear(x_dim, h_dim),
            nn.ReLU(),
            nn.Linear(h_dim, h_dim),
            nn.ReLU())
        self.phi_z = nn.Sequential(
            nn.Linear(z_dim, h_dim),
            nn.ReLU())
        self.enc = nn.Sequential(
            nn.Linear(h_dim + h_dim, h_dim),
            nn.ReLU())
        self.enc_mean = nn.Linear(h_dim, z_dim)
        self.enc_std = nn.Sequential(nn.Linear(h_dim, z_dim), nn.Softplus())
        self.prior = nn.Sequential(
            nn.Linear(h_dim, h_dim),
            nn.ReLU())
        self.prior_mean = nn.Linear(h_dim, z_dim)
        self.dec = nn.Sequential(
            nn.Linear(h_dim + h_dim, h_dim),
            nn.ReLU())
        self.dec_mean = nn.Sequential(nn.Linear(h_dim, x_dim), nn.Sigmoid())
        self.rnn = nn.GRU(h_dim + h_dim, h_dim, n_layers, bias)  #: layer rnn

    def forward(self, x):
        kld = 0
        h = torch.zeros(self.n_layers, x.size(1), self.h_dim)
        means = []
        for t in range(x.size(0)):
            phi_x_t = self.phi_x(x[t])  #: before rnn defined=12; before rnn defined=14
            enc_t = self.enc(torch.cat([phi_x_t, h[-1]], 1))  #: before rnn; after rnn if
            enc_mean_t = self.enc_mean(enc_t)
            enc_std_t = self.enc_std(enc_t)
            prior_t = self.prior(h[-1])  #: after rnn if
            prior_mean_t = self.prior_mean(prior_t)
            z_t = self._reparameterized_sample(enc_mean_t, enc_std_t)
            phi_z_t = self.phi_z(z_t)  #: before rnn; after rnn if
            dec_t = self.dec(torch.cat([phi_z_t, h[-1]], 1))  #: after rnn if
            dec_mean_t = self.dec_mean(dec_t)
            _, h = self.rnn(torch.cat([phi_x_t, phi_z_t], 1).unsqueeze(0), h)
            kld = kld + (enc_mean_t - prior_mean_t).pow(2).sum()
            means.append(dec_mean_t)
        return kld, means

    def sample(self, seq_len):
        out = torch.zeros(seq_len, 4)
        h = torch.zeros(self.n_layers, 1, self.h_dim)
        for t in range(seq_len):
            prior_t = self.prior(h[-1])  #: after rnn if; before rnn
            z_t = self._reparameterized_sample(self.prior_mean(prior_t), torch.ones(1, 3))
            phi_z_t = self.phi_z(z_t)  #: before rnn; after rnn if
            dec_t = self.dec(torch.cat([phi_z_t, h[-1]], 1))  #: before rnn; after rnn if
            dec_mean_t = self.dec_mean(dec_t)
            phi_x_t = self.phi_x(dec_mean_t)  #: before rnn defined=12; before rnn defined=14; after rnn if defined=12; after rnn if defined=14
            _, h = self.rnn(torch.cat([phi_x_t, phi_z_t], 1).unsqueeze(0), h)
            out[t] = dec_mean_t.data
        return out

    def _reparameterized_sample(self, mean, std):
        eps = torch.empty_like(std).normal_()
        return eps.mul(std).add_(mean)


def run(model, n):
    data = torch.rand(n, 2, 4)
    kld, _ = model(data)
    kld.backward()


def main(n):
    model = VRNN(4, 6, 3, 1)
    run(model, n)
    return model.sample(n)


# drive: main(1)
# drive: main(3)
