"""Mixture of experts above an LSTM; only the gate sees the recurrent output."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Expert(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, 1))

    def forward(self, x):
        return self.net(x)


class Gate(nn.Module):
    def __init__(self, dim, n, noisy=False):
        super().__init__()
        self.w = nn.Linear(dim, n)
        self.noise = nn.Linear(dim, n)
        self.noisy = noisy

    def forward(self, h, k=2):
        logits = self.w(h)
        if self.noisy:
            logits = logits + torch.randn_like(logits) * F.softplus(self.noise(h))
        top, idx = logits.topk(k, dim=-1)
        weights = torch.zeros_like(logits).scatter(-1, idx, F.softmax(top, dim=-1))
        return weights


class MoE(nn.Module):
    def __init__(self, dim=4, n=3):
        super().__init__()
        self.rnn = nn.LSTM(dim, dim, batch_first=True)  #: layer rnn
        self.gate = Gate(dim, n)
        self.experts = nn.ModuleList([Expert(dim) for _ in range(n)])
        self.final = nn.Linear(1, 2)

    def forward(self, x):
        _, (h, _) = self.rnn(x)
        w = self.gate(h[-1])
        pooled = x.mean(1)
        outs = torch.stack([expert(pooled) for expert in self.experts], dim=1)
        mixed = (outs * w.unsqueeze(-1)).sum(1)
        return F.relu(self.final(mixed))  #: after rnn


# drive: MoE()(torch.rand(2, 3, 4))
