"""Pointer network (neural combinatorial optimisation)."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Categorical


class Pointer(nn.Module):
    def __init__(self, dim, use_tanh=True, C=10):
        super().__init__()
        self.W1 = nn.Linear(dim, dim)
        self.W2 = nn.Linear(dim, dim)
        self.v = nn.Parameter(torch.randn(dim))
        self.use_tanh, self.C = use_tanh, C

    def forward(self, ref, q):
        u = torch.einsum("d,bnd->bn", self.v, torch.tanh(self.W1(ref) + self.W2(q).unsqueeze(1)))
        return self.C * torch.tanh(u) if self.use_tanh else u


class PtrNet(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.embedding = nn.Linear(2, dim)
        self.encoder = nn.LSTM(dim, dim, batch_first=True)  #: layer enc
        self.decoder = nn.LSTMCell(dim, dim)  #: layer dec
        self.pointer = Pointer(dim)
        self.start = nn.Parameter(torch.zeros(dim))

    def forward(self, nodes, n_steps=None):
        b, n, _ = nodes.shape
        emb = F.relu(self.embedding(nodes))  #: before enc; before dec
        ref, (h, c) = self.encoder(emb)
        h, c = h[-1], c[-1]
        dec_in = self.start.unsqueeze(0).repeat(b, 1)
        mask = torch.zeros(b, n)
        tour, logps = [], []
        for _ in range(n_steps or n):
            h, c = self.decoder(dec_in, (h, c))
            logits = self.pointer(ref, h) - 1e4 * mask
            dist = Categorical(logits=logits)
            idx = dist.sample()
            mask = mask.scatter(1, idx.unsqueeze(1), 1.0)
            dec_in = emb[torch.arange(b), idx]
            tour.append(idx)
            logps.append(dist.log_prob(idx))
        return torch.stack(tour, 1), torch.stack(logps, 1).sum(1)


class CriticNet(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.embedding = nn.Linear(2, dim)
        self.encoder = nn.LSTM(dim, dim, batch_first=True)  #: layer crit
        self.ff = nn.Sequential(nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, 1))

    def forward(self, nodes):
        _, (h, _) = self.encoder(self.embedding(nodes))
        return self.ff(h[-1]).squeeze(-1)  #: after crit


def tour_length(nodes, tour):
    ordered = nodes.gather(1, tour.unsqueeze(-1).expand(-1, -1, 2))
    return (ordered - ordered.roll(1, dims=1)).norm(dim=-1).sum(1)


def reinforce():
    actor, critic = PtrNet(), CriticNet()
    nodes = torch.rand(2, 5, 2)
    tour, logp = actor(nodes)
    cost = tour_length(nodes, tour)
    adv = cost - critic(nodes)
    loss = (adv.detach() * logp).mean() + F.relu(adv).pow(2).mean()  #: after enc; after dec; after crit
    loss.backward()


# drive: reinforce()
