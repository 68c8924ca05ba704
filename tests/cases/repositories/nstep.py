"""N-step forecasting seq2seq with scheduled sampling; the decoder's output head ends with a ReLU and is fed back by chance."""

import random
from types import SimpleNamespace

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.rnn = nn.GRU(cfg.in_dim, cfg.hidden, batch_first=True)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[1].squeeze(0)


class Decoder(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cell = nn.GRUCell(cfg.in_dim, cfg.hidden)  #: layer dec
        head = [nn.Linear(cfg.hidden, cfg.hidden), nn.Tanh()]
        head.append(nn.Linear(cfg.hidden, cfg.in_dim))
        head.append(nn.ReLU())
        self.head = nn.Sequential(*head)

    def forward(self, x, h):
        h = self.cell(x, h)
        return self.head(h), h  #: after dec; after enc; before dec if


class Seq2Seq(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.encoder = Encoder(cfg)
        self.decoder = Decoder(cfg)

    def forward(self, x, y, teacher=0.5):
        h = self.encoder(x)
        step = x[:, -1]
        preds = []
        for t in range(y.shape[1]):
            pred, h = self.decoder(step, h)
            preds.append(pred)
            step = y[:, t] if random.random() < teacher else pred
        return torch.stack(preds, dim=1)


cfg = SimpleNamespace(in_dim=2, hidden=4)


def evaluate(x, y):
    model = Seq2Seq(cfg)
    model.eval()
    with torch.no_grad():
        return model(x, y, teacher=0.0)


# drive: Seq2Seq(cfg)(torch.rand(2, 3, 2), torch.rand(2, 3, 2), teacher=1.1)
# drive: evaluate(torch.rand(2, 3, 2), torch.rand(2, 3, 2))
