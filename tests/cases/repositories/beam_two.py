"""Beam search over an LSTM decoder: hypotheses as dataclass objects in lists, states stacked and index_selected; ReLU in the score head."""

from dataclasses import dataclass, replace

import torch
from torch import nn


@dataclass(frozen=True)
class Hyp:
    tokens: tuple
    score: float
    state: tuple


class LM(nn.Module):
    def __init__(self, vocab=5, dim=4):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.rnn = nn.LSTM(dim, dim)  #: layer rnn
        self.mlp = nn.Sequential(nn.Linear(dim, dim), nn.ReLU())
        self.out = nn.Linear(dim, vocab)

    def forward(self, tokens, state):
        out, state = self.rnn(self.emb(tokens).unsqueeze(0), state)
        return self.out(self.mlp(out[0])).log_softmax(-1), state  #: after rnn


class BeamSearch:
    def __init__(self, model: LM, width=2, max_len=3):
        self.model, self.width, self.max_len = model, width, max_len

    def merge(self, hyps):
        tokens = torch.tensor([h.tokens[-1] for h in hyps])
        if hyps[0].state is None:
            return tokens, None
        return tokens, tuple(torch.cat([h.state[i] for h in hyps], dim=1) for i in range(2))

    def expand(self, hyps):
        tokens, state = self.merge(hyps)
        logp, (h, c) = self.model(tokens, state)
        best = []
        for i, hyp in enumerate(hyps):
            values, indices = logp[i].topk(self.width)
            kept = (h[:, i : i + 1].relu(), c[:, i : i + 1])  #: after rnn; before rnn if
            for v, k in zip(values.tolist(), indices.tolist()):
                best.append(replace(hyp, tokens=hyp.tokens + (k,), score=hyp.score + v, state=kept))
        return sorted(best, key=lambda one: -one.score)[: self.width]

    def __call__(self, bos=0):
        hyps = [Hyp((bos,), 0.0, None)]
        for _ in range(self.max_len):
            hyps = self.expand(hyps)
        return hyps[0].tokens


def decode(max_len):
    with torch.no_grad():
        return BeamSearch(LM(), max_len=max_len)()


# drive: decode(1)
# drive: decode(3)
