"""A toy TTS model: a text LSTM, then a CBHG postnet."""

import torch
from torch import nn

from cbhg import CBHG
from hparams import hparams


class TTS(nn.Module):
    def __init__(self, hp):
        super().__init__()
        self.embed = nn.Embedding(5, hp.dim)
        self.encoder = nn.LSTM(hp.dim, hp.dim, batch_first=True)  #: layer lstm
        self.postnet = CBHG(hp.dim, K=hp.cbhg_k)
        self.last = nn.Linear(2 * hp.dim, 3)

    def forward(self, text):
        out, _ = self.encoder(self.embed(text))
        return self.last(self.postnet(out))


def synthesize(text):
    return TTS(hparams).eval()(text)


# drive: synthesize(torch.ones(2, 4, dtype=torch.long))
