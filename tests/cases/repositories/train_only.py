"""Auxiliary ReLU only in training; consistency by self.training."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class ZoneoutLSTM(nn.Module):
    def __init__(self, d, h, zoneout=0.1):
        super().__init__()
        self.cell = nn.LSTMCell(d, h)  #: layer cell
        self.h, self.zoneout = h, zoneout

    def _zone(self, prev, nxt):
        if self.training:
            mask = torch.empty_like(prev).bernoulli_(self.zoneout)
            return mask * prev + (1 - mask) * nxt
        return self.zoneout * prev + (1 - self.zoneout) * nxt

    def forward(self, x):
        h = c = x.new_zeros(x.size(0), self.h)
        ys = []
        for t in range(x.size(1)):
            nh, nc = self.cell(x[:, t], (h, c))
            h, c = self._zone(h, nh), self._zone(c, nc)
            ys.append(h)
        return torch.stack(ys, 1)


class Model(nn.Module):
    def __init__(self, d=3, h=4):
        super().__init__()
        self.body = ZoneoutLSTM(d, h)
        self.head = nn.Linear(h, 1)
        self.aux = nn.Linear(h, 1)
        self.early = nn.Linear(d, 1)

    def forward(self, x):
        y = self.body(x)
        out = self.head(y)
        if not self.training:
            return out
        aux = F.relu(self.aux(y))  #: after cell if "training"
        early = F.relu(self.early(x))
        return out, aux, early


# drive: Model()(torch.rand(2, 3, 3))
# drive: Model().eval()(torch.rand(2, 3, 3))
