"""DCRNN: own graph GRU cell (no recurrent layer), with a readout nn.GRU over its states; ReLU inside the own cell comes before."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class DCGRUCell(nn.Module):
    def __init__(self, units, nodes, k=2, nonlinearity="tanh"):
        super().__init__()
        self._activation = torch.tanh if nonlinearity == "tanh" else torch.relu
        self.k, self.units = k, units
        self.gates = nn.Linear((units + 1) * k, 2 * units)
        self.cand = nn.Linear((units + 1) * k, units)

    def _gconv(self, adj, x, state, layer):
        z = torch.cat([x, state], dim=-1)
        supports = [z]
        for _ in range(self.k - 1):
            supports.append(torch.einsum("nm,bmf->bnf", adj, supports[-1]))
        return layer(torch.cat(supports, dim=-1))

    def forward(self, adj, x, h):
        r, u = torch.sigmoid(self._gconv(adj, x, h, self.gates)).split(self.units, dim=-1)
        c = self._gconv(adj, x, r * h, self.cand)
        if self._activation is not None:
            c = self._activation(c)  #: before readout if "nonlinearity"
        return u * h + (1.0 - u) * c


class DCRNN(nn.Module):
    def __init__(self, nodes=3, units=4, nonlinearity="tanh"):
        super().__init__()
        self.adj_emb = nn.Parameter(torch.rand(nodes, 2))
        self.units = units
        self.cells = nn.ModuleList([DCGRUCell(units, nodes, nonlinearity=nonlinearity)])
        self.readout = nn.GRU(units, units)  #: layer readout on_output=no
        self.proj = nn.Linear(units, 1)

    @property
    def adj(self):
        return F.softmax(F.relu(self.adj_emb @ self.adj_emb.T), dim=1)  #: before readout

    def forward(self, series):
        t, b, n = series.shape
        states = [series.new_zeros(b, n, self.units) for _ in self.cells]
        seq = []
        for x in series.unsqueeze(-1):
            for i, cell in enumerate(self.cells):
                states[i] = x = cell(self.adj, x if i == 0 else states[i - 1], states[i])
            seq.append(x)
        seq = torch.stack(seq).reshape(t, b * n, self.units)
        out, _ = self.readout(seq)
        return self.proj(out[-1]).view(b, n)


# drive: DCRNN()(torch.rand(2, 2, 3))
# drive: DCRNN(nonlinearity="relu")(torch.rand(2, 2, 3))
