"""Char CNN + BiLSTM + CRF sequence tagger."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class CharCNN(nn.Module):
    def __init__(self, n_chars, dim, widths=(2, 3)):
        super().__init__()
        self.emb = nn.Embedding(n_chars, dim)
        self.convs = nn.ModuleList(nn.Conv1d(dim, dim, w, padding=w - 1) for w in widths)

    def forward(self, chars):
        b, t, c = chars.shape
        x = self.emb(chars.view(b * t, c)).transpose(1, 2)
        feats = [F.relu(conv(x)).max(dim=-1)[0] for conv in self.convs]  #: before rnn
        return torch.cat(feats, dim=-1).view(b, t, -1)


class CRF(nn.Module):
    def __init__(self, n_tags):
        super().__init__()
        self.transitions = nn.Parameter(torch.randn(n_tags, n_tags))

    def _forward_alg(self, feats):
        alpha = feats[:, 0]
        for i in range(1, feats.size(1)):
            emit = feats[:, i].unsqueeze(1)
            alpha = torch.logsumexp(alpha.unsqueeze(2) + self.transitions + emit, dim=1)
        return torch.logsumexp(alpha, dim=1)

    def viterbi(self, feats):
        score = feats[:, 0]
        back = []
        for i in range(1, feats.size(1)):
            best, idx = (score.unsqueeze(2) + self.transitions).max(1)
            back.append(idx)
            score = best + feats[:, i]
        tags = [score.argmax(1)]
        for idx in reversed(back):
            tags.append(idx.gather(1, tags[-1].unsqueeze(1)).squeeze(1))
        tags.reverse()
        return torch.stack(tags, 1)


class Tagger(nn.Module):
    def __init__(self, n_words=20, n_chars=10, n_tags=4, dim=6, hidden=5):
        super().__init__()
        self.word_emb = nn.Embedding(n_words, dim)
        self.char = CharCNN(n_chars, 3)
        self.rnn = nn.LSTM(dim + 6, hidden, bidirectional=True, batch_first=True)  #: layer rnn
        self.drop = nn.Dropout(0.5)
        self.hidden2tag = nn.Linear(2 * hidden, n_tags)
        self.aux = nn.Sequential(nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, n_tags))
        self.crf = CRF(n_tags)

    def _features(self, words, chars, lengths):
        w = self.word_emb(words)
        x = torch.cat([w, self.char(chars)], dim=2)
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        out, _ = self.rnn(packed)
        out, _ = pad_packed_sequence(out, batch_first=True)
        return self.hidden2tag(self.drop(out)), self.aux(w)

    def forward(self, words, chars, lengths, tags=None):
        emissions, aux = self._features(words, chars, lengths)
        if tags is None:
            return self.crf.viterbi(emissions)
        nll = self.crf._forward_alg(emissions).mean()
        return nll + F.cross_entropy(aux.flatten(0, 1), tags.flatten())


# drive: Tagger()(torch.zeros(2, 4, dtype=torch.long), torch.zeros(2, 4, 3, dtype=torch.long), torch.tensor([4, 3]))
# drive: Tagger()(torch.zeros(2, 4, dtype=torch.long), torch.zeros(2, 4, 3, dtype=torch.long), torch.tensor([4, 3]), torch.zeros(2, 4, dtype=torch.long))
