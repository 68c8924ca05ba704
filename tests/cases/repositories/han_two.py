"""Hierarchical attention: word GRU and sentence GRU of one class, attention by a shared function, ReLU only in a classifier option."""

from functools import partial

import torch
import torch.nn as nn


def attend(rnn_out, proj, context):
    u = torch.tanh(proj(rnn_out))
    a = torch.softmax(u @ context, dim=1)
    return (rnn_out * a.unsqueeze(-1)).sum(1)


class Level(nn.Module):
    def __init__(self, size, hidden, make=nn.GRU):
        super().__init__()
        self.rnn = make(size, hidden, bidirectional=True, batch_first=True)  #: layer rnn on_output=yes
        self.proj = nn.Linear(2 * hidden, 2 * hidden)
        self.context = nn.Parameter(torch.randn(2 * hidden))

    def forward(self, x):
        out, _ = self.rnn(x)
        return attend(out, self.proj, self.context)


class HAN(nn.Module):
    def __init__(self, vocab=10, dim=4, hidden=3, bridge=False):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        level = partial(Level, hidden=hidden)
        self.word = level(dim)
        self.sent = level(2 * hidden)
        self.bridge = nn.ReLU6() if bridge else nn.LeakyReLU(0.1)
        self.cls = nn.Sequential(*[m for m in (nn.Linear(2 * hidden, 4), nn.ReLU(), nn.Linear(4, 2))])

    def forward(self, docs):
        b, s, w = docs.shape
        words = self.embed(docs.reshape(b * s, w))
        sents = self.bridge(self.word(words)).view(b, s, -1)
        doc = self.sent(sents)
        return self.cls(doc)  #: after rnn defined=35


# drive: HAN()(torch.ones(2, 3, 4, dtype=torch.long))
# drive: HAN(bridge=True)(torch.ones(2, 3, 4, dtype=torch.long))
