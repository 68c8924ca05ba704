"""CBHG: bank of BatchNormConv1d with activations handed over, highways, a bidirectional GRU."""

import torch
from torch import nn


class BatchNormConv1d(nn.Module):
    def __init__(self, i, o, k, activation=None):
        super().__init__()
        self.conv = nn.Conv1d(i, o, k, padding=k // 2, bias=False)
        self.bn = nn.BatchNorm1d(o)
        self.activation = activation

    def forward(self, x):
        x = self.conv(x)
        if self.activation is not None:
            x = self.activation(x)  #: before gru defined=35; after lstm defined=35
        return self.bn(x)


class Highway(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.H, self.T = nn.Linear(size, size), nn.Linear(size, size)

    def forward(self, x):
        h = self.H(x).relu()  #: before gru; after lstm
        t = torch.sigmoid(self.T(x))
        return h * t + x * (1.0 - t)


class CBHG(nn.Module):
    def __init__(self, dim, K):
        super().__init__()
        self.relu = nn.ReLU()
        self.bank = nn.ModuleList([BatchNormConv1d(dim, dim, k, activation=self.relu) for k in range(1, K + 1)])
        self.proj = BatchNormConv1d(K * dim, dim, 3)
        self.highways = nn.ModuleList([Highway(dim) for _ in range(2)])
        self.gru = nn.GRU(dim, dim, 1, batch_first=True, bidirectional=True)  #: layer gru on_output=no

    def forward(self, x):
        y = x.transpose(1, 2)
        t = y.size(-1)
        y = torch.cat([conv(y)[:, :, :t] for conv in self.bank], dim=1)
        y = self.proj(y).transpose(1, 2) + x
        for highway in self.highways:
            y = highway(y)
        return self.gru(y)[0]
