"""SRNN: forward GRU, backward GRU over the deterministic states, z chain; ReLU by clamp_min (no ReLU) and by torch.relu_ in place on a slice."""

import torch
from torch import nn


class SRNN(nn.Module):
    def __init__(self, x_dim=3, d_dim=4, z_dim=2):
        super().__init__()
        self.z_dim = z_dim
        self.fwd = nn.GRU(x_dim, d_dim)  #: layer fwd
        self.bwd = nn.GRU(d_dim + x_dim, d_dim)  #: layer bwd
        self.post = nn.Linear(d_dim + z_dim, 2 * z_dim)
        self.prior = nn.Linear(d_dim + z_dim, 2 * z_dim)
        self.dec = nn.Linear(d_dim + z_dim, x_dim)

    @staticmethod
    def gaussian(stats):
        mean, logvar = stats.tensor_split(2, dim=-1)
        return mean, torch.clamp_min(logvar, -5.0)

    def forward(self, x):
        u = torch.cat([torch.zeros_like(x[:1]), x[:-1]])
        d, _ = self.fwd(u)
        a, _ = self.bwd(torch.flip(torch.cat([d, x], -1), (0,)))
        a = a.flip([0])
        torch.relu_(a[1:])  #: after fwd; after bwd
        z = x.new_zeros(x.size(1), self.z_dim)
        recon, kl = [], 0.0
        for d_t, a_t in zip(d, a):
            mq, lq = self.gaussian(self.post(torch.hstack((a_t, z))))
            mp, lp = self.gaussian(self.prior(torch.hstack((d_t, z))))
            z = mq + torch.randn_like(mq) * (0.5 * lq).exp()
            kl = kl + 0.5 * (lp - lq + (lq.exp() + (mq - mp) ** 2) / lp.exp() - 1).sum()
            recon.append(self.dec(torch.hstack((d_t, z))))
        return torch.stack(recon), kl.clamp(min=0)


# drive: SRNN().requires_grad_(False)(torch.rand(3, 2, 3))
