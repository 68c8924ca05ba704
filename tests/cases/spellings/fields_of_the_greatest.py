"""Sequence tagger: ReLU only in the character CNN, i.e. before the word LSTM."""

from collections import namedtuple

import torch
from torch import nn

Output = namedtuple("Output", ["emissions", "char", "mask"])


class CharCNN(nn.Module):
    def __init__(self, vocab, dim, channels, widths=(2, 3)):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        for i, width in enumerate(widths):
            self.add_module(f"conv_{i}", nn.Conv1d(dim, channels, width, padding=width - 1))
        self.widths = widths

    def forward(self, chars):
        x = self.embed(chars).transpose(1, 2)
        pooled = []
        for i in range(len(self.widths)):
            conv = getattr(self, f"conv_{i}")
            pooled.append(conv(x).relu().max(dim=-1).values)  #: before word
        return torch.cat(pooled, dim=-1)


class Tagger(nn.Module):
    def __init__(self, words=9, chars=6, dim=4, tags=3):
        super().__init__()
        self.chars = CharCNN(chars, dim, dim)
        self.words = nn.Embedding(words, dim)
        self.word_lstm = nn.LSTM(3 * dim, dim, batch_first=True, bidirectional=True)  #: layer word on_output=no
        self.emit = nn.Sequential(nn.Linear(2 * dim, dim), nn.ELU(), nn.Linear(dim, tags))

    def forward(self, words, chars):
        b, t, c = chars.shape
        char = self.chars(chars.view(b * t, c)).view(b, t, -1)
        mask = words.ne(0)
        feats = torch.cat((self.words(words), char), dim=-1)
        hidden, _ = self.word_lstm(feats)
        return Output(emissions=self.emit(hidden) * mask.unsqueeze(-1), char=char, mask=mask)


class Loss(nn.Module):
    """Uses a field of the output that does not come from the LSTM."""

    def __init__(self, tagger=None):
        super().__init__()
        self.tagger = tagger or Tagger()

    def forward(self, words, chars):
        out = self.tagger(words, chars)
        penalty = torch.relu(out.char - 1.0).mean()
        return out.emissions.logsumexp(-1).mean() + penalty


# drive: Loss()(torch.ones(2, 3, dtype=torch.long), torch.ones(2, 3, 4, dtype=torch.long))
# drive: Loss(Tagger(tags=2))(torch.ones(1, 3, dtype=torch.long), torch.ones(1, 3, 4, dtype=torch.long))
