"""Values through masks, indices, scatter, where, out= and slices: everything that the contract says flows."""

import torch
from torch import nn


class Flows(nn.Module):
    def __init__(self, dim=4, out=False):
        super().__init__()
        self.a = nn.GRU(dim, dim)  #: layer a
        self.b = nn.GRU(dim, dim)  #: layer b
        self.c = nn.RNN(dim, dim, nonlinearity="relu")  #: layer c; inside c
        self.d = nn.LSTM(dim, dim)  #: layer d on_output=no
        self.table = nn.Embedding(dim, dim)

    @torch.no_grad()
    def forward(self, x):
        gate = torch.relu(x - 0.5)  #: before a; before b; before c; before d
        x = torch.where(gate > 0, x, -x)
        a, _ = self.a(x)
        buf = torch.empty_like(a)
        torch.mul(a, 2.0, out=buf)
        top = buf.relu_().topk(2, dim=-1).indices  #: after a; before b; before c; before d
        b, hb = self.b(self.table(top).mean(2))
        canvas = torch.zeros_like(b)
        canvas.scatter_(-1, b.argmax(-1, keepdim=True), 1.0)
        c, _ = self.c(canvas)
        pooled = torch.zeros(c.shape)
        pooled[:, 0] = torch.relu(hb[0, 0])  #: after a; after b; before d
        pooled[0].copy_(c[0])
        return self.d(pooled)[0]


# drive: Flows()(torch.rand(3, 2, 4))
