"""BiDAF: highway built by add_module and read by getattr, context, modeling and output LSTMs with a shared wrapper."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class LSTM(nn.Module):
    def __init__(self, input_size, hidden, dropout=0.2):
        super().__init__()
        self.rnn = nn.LSTM(input_size, hidden, batch_first=True, bidirectional=True)  #: layer rnn on_output=no
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        x, lens = x
        x = self.dropout(x)
        sorted_len, order = torch.sort(lens, dim=0, descending=True)
        packed = nn.utils.rnn.pack_padded_sequence(x[order], sorted_len, batch_first=True)
        out, (h, c) = self.rnn(packed)
        out, _ = nn.utils.rnn.pad_packed_sequence(out, batch_first=True)
        _, back = torch.sort(order, dim=0)
        return out[back], h.permute(1, 0, 2).reshape(x.size(0), -1)[back]


class BiDAF(nn.Module):
    def __init__(self, words=10, dim=4, hidden=3):
        super().__init__()
        self.emb = nn.Embedding(words, dim)
        for i in range(2):
            setattr(self, f"highway_linear{i}", nn.Sequential(nn.Linear(dim, dim), nn.ReLU()))
            setattr(self, f"highway_gate{i}", nn.Sequential(nn.Linear(dim, dim), nn.Sigmoid()))
        self.context = LSTM(dim, hidden)
        self.att_c, self.att_q = nn.Linear(2 * hidden, 1), nn.Linear(2 * hidden, 1)
        self.modeling = LSTM(8 * hidden, hidden)
        self.p1 = nn.Linear(10 * hidden, 1)
        self.p2 = nn.Linear(10 * hidden, 1)
        self.output = LSTM(2 * hidden, hidden)

    def highway(self, x):
        for i in range(2):
            h = getattr(self, f"highway_linear{i}")(x)  #: before rnn defined=30
            g = getattr(self, f"highway_gate{i}")(x)
            x = g * h + (1 - g) * x
        return x

    def flow(self, c, q):
        s = self.att_c(c) + self.att_q(q).transpose(1, 2) + c @ q.transpose(1, 2)
        c2q = torch.bmm(F.softmax(s, dim=2), q)
        b = F.softmax(s.max(dim=2)[0], dim=1).unsqueeze(1)
        q2c = torch.bmm(b, c).expand_as(c)
        return torch.cat([c, c2q, c * c2q, c * q2c], dim=-1)

    def forward(self, ctx, ctx_len, qry, qry_len):
        c = self.highway(self.emb(ctx))
        q = self.highway(self.emb(qry))
        c = self.context((c, ctx_len))[0]
        q = self.context((q, qry_len))[0]
        g = self.flow(c, q)
        m = self.modeling((g, ctx_len))[0]
        start = self.p1(torch.cat([g, m], -1)).squeeze()
        m2 = self.output((m, ctx_len))[0]
        end = self.p2(torch.cat([g, m2], -1)).squeeze()
        return start, end


# drive: BiDAF()(torch.ones(2, 4, dtype=torch.long), torch.tensor([3, 4]), torch.ones(2, 3, dtype=torch.long), torch.tensor([3, 2]))
# drive: BiDAF(hidden=2)(torch.ones(3, 4, dtype=torch.long), torch.tensor([3, 4, 1]), torch.ones(3, 3, dtype=torch.long), torch.tensor([3, 2, 2]))
