"""BiDAF reader: highway network in front, modelling LSTMs behind."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Highway(nn.Module):
    def __init__(self, dim, n=2):
        super().__init__()
        for i in range(n):
            setattr(self, f"highway_linear{i}", nn.Sequential(nn.Linear(dim, dim), nn.ReLU()))
            setattr(self, f"highway_gate{i}", nn.Sequential(nn.Linear(dim, dim), nn.Sigmoid()))
        self.n = n

    def forward(self, x):
        for i in range(self.n):
            h = getattr(self, f"highway_linear{i}")(x)  #: before ctx; before mod1; before mod2; before out
            g = getattr(self, f"highway_gate{i}")(x)
            x = g * h + (1 - g) * x
        return x


class LSTM(nn.Module):
    def __init__(self, i, h, drop=0.0):
        super().__init__()
        self.rnn = nn.LSTM(i, h, 1, bidirectional=True, batch_first=True)  #: layer ctx
        self.dropout = nn.Dropout(drop)

    def forward(self, x):
        x, _ = self.rnn(self.dropout(x))
        return x


class BiDAF(nn.Module):
    def __init__(self, vocab=9, d=4):
        super().__init__()
        self.emb = nn.Embedding(vocab, d)
        self.highway = Highway(d)
        self.context = LSTM(d, d // 2)
        self.w = nn.Linear(3 * d, 1)
        self.model1 = nn.LSTM(4 * d, d // 2, bidirectional=True, batch_first=True)  #: layer mod1
        self.model2 = nn.LSTM(d, d // 2, bidirectional=True, batch_first=True)  #: layer mod2
        self.output_lstm = nn.LSTM(d, d // 2, bidirectional=True, batch_first=True)  #: layer out
        self.p1 = nn.Linear(5 * d, 1)
        self.p2 = nn.Linear(5 * d, 1)

    def att_flow(self, c, q):
        n, m = c.size(1), q.size(1)
        ce = c.unsqueeze(2).expand(-1, -1, m, -1)
        qe = q.unsqueeze(1).expand(-1, n, -1, -1)
        s = self.w(torch.cat([ce, qe, ce * qe], -1)).squeeze(-1)
        a = torch.bmm(F.softmax(s, dim=2), q)
        b = torch.bmm(F.softmax(s.max(2)[0], 1).unsqueeze(1), c).expand(-1, n, -1)
        return torch.cat([c, a, c * a, c * b], -1)

    def forward(self, ctx, qst):
        c, q = (self.context(self.highway(self.emb(t))) for t in (ctx, qst))
        g = self.att_flow(c, q)
        m = self.model2(self.model1(g)[0])[0]
        p1 = self.p1(torch.cat([g, m], -1)).squeeze(-1)
        m2 = self.output_lstm(m)[0]
        return p1, self.p2(torch.cat([g, m2], -1)).squeeze(-1)


# drive: BiDAF()(torch.zeros(2, 5, dtype=torch.long), torch.zeros(2, 3, dtype=torch.long))
