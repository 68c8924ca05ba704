"""In-place, out= and indexing operations around an LSTM."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Ops(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.rnn = nn.LSTM(d, d, batch_first=True)  #: layer a
        self.second = nn.LSTM(d, d, batch_first=True)  #: layer b
        self.gate = nn.Linear(d, d)
        self.register_buffer("table", torch.eye(d))

    def forward(self, x, idx):
        out, (h, _) = self.rnn(x)
        flat = out.reshape(-1, out.size(-1))
        picked = flat.index_select(0, idx)
        picked.relu_()  #: after a; before b
        base = torch.zeros_like(flat)
        base.index_add_(0, idx, picked)
        res = torch.empty(base.shape)
        torch.add(base, flat, out=res)
        res = res.view_as(out)
        codes = F.relu(self.gate(x)).argmax(-1)  #: before b
        res = res + F.embedding(codes, self.table)
        res, _ = self.second(res)
        n = torch.relu(h.new_zeros(1)) + torch.relu(torch.ones(out.size(0)))
        label = torch.relu(h.mean()).item()  #: after a
        top = torch.relu(torch.full((1,), label))
        sel = x[res.mean(-1) > 0]
        s2 = torch.relu(sel)  #: after a; after b
        return n.sum() + top + s2.sum()


def main():
    with torch.no_grad():
        return Ops()(torch.rand(2, 3, 4), torch.tensor([0, 1, 4]))


# drive: main()
