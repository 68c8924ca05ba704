"""Nothing here is related: another branch, sizes only, Identity in its place, overwritten, dead code, masks by shape."""

import torch
import torch.nn.functional as F
from torch import nn

USE_LEGACY = False


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2))
        self.fc[1] = nn.Identity()

    def forward(self, x):
        return self.fc(x)


class Quiet(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 4, batch_first=True)  #: layer rnn on_output=no
        self.old = nn.GRU(4, 4)  #: layer old called=false
        self.side = nn.Linear(4, 2)
        self.head = Head()
        self.act = nn.ReLU()
        self.act = nn.Tanh()

    def legacy(self, out):
        return F.relu(self.old(out)[0])

    def lengths(self, x):
        positive = F.relu(x)
        return torch.full((x.size(0),), positive.size(1), dtype=torch.long)

    def forward(self, x):
        side = F.relu(self.side(x)).sum(1)
        lens = self.lengths(x)
        mask = torch.arange(x.size(1))[None, :] < lens[:, None]
        out, _ = self.rnn(x.masked_fill(~mask.unsqueeze(-1), 0.0))
        if USE_LEGACY:
            out = self.legacy(out)
        noise = torch.zeros_like(F.relu(x))
        out = self.act(out[:, -1]) + noise[:, -1]
        y = F.relu(x)
        y = out
        return self.head(y) + side


# drive: Quiet()(torch.rand(2, 3, 4))
