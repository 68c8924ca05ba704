"""SR-GNN-like session model: a gated cell of F.linear, nn.GRU next to it, cross relations of two parallel encoders."""

import torch
import torch.nn.functional as F
from torch import nn


class GNN(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.w_ih = nn.Parameter(torch.randn(3 * hidden, hidden))
        self.w_hh = nn.Parameter(torch.randn(3 * hidden, hidden))
        self.edge = nn.Linear(hidden, hidden)

    def forward(self, adj, h):
        gi = F.linear(torch.matmul(adj, self.edge(h)), self.w_ih)
        gh = F.linear(h, self.w_hh)
        i_r, i_i, i_n = gi.chunk(3, 2)
        h_r, h_i, h_n = gh.chunk(3, 2)
        reset, gate = torch.sigmoid(i_r + h_r), torch.sigmoid(i_i + h_i)
        new = torch.relu(i_n + reset * h_n)  #: before long
        return new + gate * (h - new)


class SessionNet(nn.Module):
    def __init__(self, items=7, hidden=4):
        super().__init__()
        self.emb = nn.Embedding(items, hidden, padding_idx=0)
        self.gnn = GNN(hidden)
        self.long = nn.GRU(hidden, hidden, batch_first=True)  #: layer long
        self.short = nn.GRU(hidden, hidden, batch_first=True)  #: layer short
        self.q1, self.q2 = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden)
        self.fuse = nn.Linear(2 * hidden, hidden, bias=False)

    def forward(self, items, adj, alias):
        nodes = self.gnn(adj, self.emb(items))
        seq = torch.gather(nodes, 1, alias.unsqueeze(-1).expand(-1, -1, nodes.size(-1)))
        long, _ = self.long(seq)
        _, short = self.short(self.emb(items))
        short = short.squeeze(0)
        mask = alias.ge(0).float()
        att = self.q1(short).unsqueeze(1) + self.q2(long)
        pooled = (F.relu(att) * mask.unsqueeze(-1)).sum(1)  #: after short; after long
        rect = F.relu(short)  #: after short
        session = self.fuse(torch.cat([pooled, short], dim=1))
        return session @ self.emb.weight[1:].t(), rect.shape


# drive: SessionNet()(torch.ones(2, 3, dtype=torch.long), torch.rand(2, 3, 3), torch.tensor([[0, 1, 2], [0, 0, 1]]))
