"""LSTM positions under transformer layers, with and without ReLU."""
import torch
from torch import nn


class Mix(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.lstm = nn.LSTM(d, d, batch_first=True)  #: layer rnn
        self.layer = nn.TransformerEncoderLayer(d, 2, dim_feedforward=8, batch_first=True)
        self.cross = nn.MultiheadAttention(d, 2, batch_first=True)
        self.smooth = nn.TransformerEncoderLayer(d, 2, 8, activation="gelu", batch_first=True)
        self.dec = nn.TransformerDecoderLayer(d, 2, 8, batch_first=True)
        self.norm = nn.LayerNorm(d)

    def forward(self, x, q):
        y, _ = self.lstm(x)
        z = self.layer(x)
        a, w = self.cross(self.norm(y), z, z, need_weights=True)
        s = self.smooth(a)
        d = self.dec(q, s)  #: after rnn
        return d, w


class Plain(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(d, 2, 8, batch_first=True), 2)
        self.gru = nn.GRU(d, d, batch_first=True)  #: layer gru
        self.bank = nn.TransformerEncoder(
            nn.TransformerEncoderLayer(d, 2, 8, activation=torch.nn.functional.gelu, batch_first=True), num_layers=1)

    def forward(self, x):
        y = self.enc(x)  #: before gru
        o, _ = self.gru(y)
        return self.bank(o)


# drive: Mix()(torch.rand(2, 3, 4), torch.rand(2, 2, 4)), Plain()(torch.rand(2, 3, 4))
