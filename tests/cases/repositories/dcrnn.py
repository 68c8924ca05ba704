"""Graph convolutional GRU cells, written by hand, followed by a torch GRU."""
import numpy as np
import torch
import torch.nn as nn


class GConv(nn.Module):
    def __init__(self, i, o, k=2):
        super().__init__()
        self.k = k
        self.w = nn.Parameter(torch.randn(i * k, o))

    @staticmethod
    def _concat(x, x_):
        return torch.cat([x, x_.unsqueeze(0)], dim=0)

    def forward(self, x, adj):
        stack = x.unsqueeze(0)
        for _ in range(1, self.k):
            x = torch.matmul(adj, x)
            stack = self._concat(stack, x)
        return torch.cat(list(stack), dim=-1) @ self.w


class DCGRUCell(nn.Module):
    def __init__(self, i, units, nonlinearity='relu'):
        super().__init__()
        self._activation = torch.tanh if nonlinearity == 'tanh' else torch.relu
        self._units = units
        self.gate = GConv(i + units, 2 * units)
        self.cand = GConv(i + units, units)

    def forward(self, x, hx, adj):
        value = torch.sigmoid(self.gate(torch.cat([x, hx], -1), adj))
        r, u = torch.split(value, self._units, dim=-1)
        c = self.cand(torch.cat([x, r * hx], -1), adj)
        if self._activation is not None:
            c = self._activation(c)  #: before gru
        return u * hx + (1.0 - u) * c


class Model(nn.Module):
    def __init__(self, n=3, units=4):
        super().__init__()
        self.n, self.units = n, units
        self.cells = nn.ModuleList([DCGRUCell(2, units, 'tanh'), DCGRUCell(units, units)])
        self.temporal = nn.GRU(units, units)  #: layer gru
        self.adj = self.normalize(np.eye(n, dtype=np.float32))

    @staticmethod
    def normalize(a):
        d = a.sum(1)
        return torch.from_numpy(a / d[:, None])

    def forward(self, x):
        t, b = x.shape[:2]
        hs = [torch.zeros(b, self.n, self.units) for _ in self.cells]
        outs = []
        for step in range(t):
            out = x[step]
            for i, cell in enumerate(self.cells):
                hs[i] = cell(out, hs[i], self.adj)
                out = hs[i]
            outs.append(out.mean(1))
        y, _ = self.temporal(torch.stack(outs))
        return y


# drive: Model()(torch.rand(3, 2, 3, 2))
