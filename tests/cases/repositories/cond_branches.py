"""Two encoders by task; excluded combinations."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    def __init__(self, kind="rnn", bottleneck=False, d=4):
        super().__init__()
        self.kind = kind
        if kind == "rnn":
            self.enc = nn.GRU(d, d, batch_first=True)  #: layer rnn
            self.act = nn.Tanh()
        elif kind == "cnn":
            self.enc = nn.Conv1d(d, d, 1)
            self.act = nn.ReLU()
        else:
            raise NotImplementedError(kind)
        if bottleneck:
            self.neck = nn.Sequential(nn.Linear(d, 2), nn.ReLU(), nn.Linear(2, d))
        self.bottleneck = bottleneck
        self.fc = nn.Linear(d, 1)

    def encode(self, x):
        if self.kind == "rnn":
            y, _ = self.enc(x)
        else:
            y = self.enc(x.transpose(1, 2)).transpose(1, 2)
        return self.act(y)

    def forward(self, x):
        y = self.encode(x)
        if self.kind == "cnn":
            y = F.relu(y)
        if self.bottleneck:
            y = self.neck(y)  #: after rnn if "bottleneck"
        return self.fc(y.mean(1))


# drive: Model()(torch.rand(2, 3, 4))
# drive: Model("cnn")(torch.rand(2, 3, 4))
# drive: Model("rnn", True)(torch.rand(2, 3, 4))
