"""Values that are computed with ReLU and then thrown away."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Overwriter(nn.Module):
    def __init__(self, dim=4, pool="last"):
        super().__init__()
        self.pre = nn.Linear(dim, dim)
        self.rnn = nn.GRU(dim, dim, batch_first=True)  #: layer rnn
        self.post = nn.Linear(dim, dim)
        self.register_buffer("scratch", torch.zeros(1))
        self.pool = pool

    def init_state(self, x):
        h0 = F.relu(self.pre(x[:, 0]))
        h0 = torch.tanh(self.pre(x[:, 1]))
        return h0.unsqueeze(0)

    def forward(self, x):
        b = x.size(0)
        buf = F.relu(self.pre(x))
        buf.zero_()
        inp = x + buf
        state = self.init_state(x)
        out, hn = self.rnn(inp, state)
        y = out
        y = self.pre(x)
        z = F.relu(y)
        res = {"out": out, "z": z}
        res["out"] = z
        t = F.relu(res["out"])
        if self.pool == "last":
            feat = out[:, -1]
        else:
            feat = out.mean(1)
        feat = self.post(feat)
        out = x
        w = torch.relu(out[:, 0])
        del hn
        hn = x.new_zeros(b, 1)
        v = torch.relu(hn)
        return torch.sigmoid(feat) + t.mean() + w.mean() + v.mean()


class Keeper(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.rnn = nn.GRU(dim, dim, batch_first=True)  #: layer keep

    def forward(self, x):
        buf = torch.zeros(x.size(0), x.size(1), 8)
        buf[..., :4] = torch.relu(x)  #: before keep
        buf[..., 4:] = x
        out, _ = self.rnn(buf.view(x.size(0), -1, 4))
        out[:, 0] = 0
        out = out.clamp(min=0)
        return F.relu(out).sum()  #: after keep


# drive: Overwriter()(torch.rand(2, 3, 4)), Keeper()(torch.rand(2, 3, 4))
