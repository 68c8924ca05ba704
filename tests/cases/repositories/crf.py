"""BiLSTM-CRF: char CNN with ReLU before, tanh projection, a viterbi decode with backpointers; no ReLU after."""

import torch
from torch import nn


def log_sum_exp(x, dim):
    m, _ = x.max(dim)
    return m + (x - m.unsqueeze(dim)).exp().sum(dim).log()


class CRF(nn.Module):
    def __init__(self, tags):
        super().__init__()
        self.transitions = nn.Parameter(torch.randn(tags, tags))

    def forward(self, feats):
        score = feats[0]
        for t in range(1, feats.size(0)):
            score = log_sum_exp(score.unsqueeze(1) + self.transitions, 2) + feats[t]
        return log_sum_exp(score, 1)

    def viterbi(self, feats):
        back, score = [], feats[0]
        for feat in feats[1:]:
            best, idx = (score.unsqueeze(1) + self.transitions).max(2)
            score = best + feat
            back.append(idx)
        tag = score.argmax(1)
        path = [tag]
        for idx in reversed(back):
            tag = idx.gather(1, tag.unsqueeze(1)).squeeze(1)
            path.insert(0, tag)
        return torch.stack(path)


class CharCNN(nn.Module):
    def __init__(self, chars, dim):
        super().__init__()
        self.emb = nn.Embedding(chars, dim)
        self.convs = nn.ModuleList(nn.Conv1d(dim, dim, k, padding=k // 2) for k in (1, 3))

    def forward(self, chars):
        t, b, c = chars.shape
        x = self.emb(chars.view(t * b, c)).transpose(1, 2)
        pooled = [conv(x).relu().max(dim=2).values for conv in self.convs]  #: before lstm
        return torch.cat(pooled, 1).view(t, b, -1)


class Tagger(nn.Module):
    def __init__(self, words=9, chars=6, tags=3, dim=4):
        super().__init__()
        self.word = nn.Embedding(words, dim)
        self.char = CharCNN(chars, dim)
        self.lstm = nn.LSTM(3 * dim, dim, bidirectional=True)  #: layer lstm on_output=no
        self.hidden2tag = nn.Sequential(nn.Linear(2 * dim, dim), nn.Tanh(), nn.Linear(dim, tags))
        self.crf = CRF(tags)

    def _features(self, words, chars):
        x = torch.cat([self.word(words), self.char(chars)], dim=-1)
        return self.hidden2tag(self.lstm(x)[0])

    def loss(self, words, chars, tags):
        feats = self._features(words, chars)
        gold = feats.gather(2, tags.unsqueeze(2)).squeeze(2).sum(0)
        return (self.crf(feats) - gold).mean()

    def forward(self, words, chars):
        return self.crf.viterbi(self._features(words, chars))


def train_step(model: Tagger, batch):
    loss = model.loss(*batch)
    loss.backward()
    return loss


# drive: Tagger()(torch.ones(3, 2, dtype=torch.long), torch.ones(3, 2, 5, dtype=torch.long))
# drive: train_step(Tagger(), (torch.ones(3, 2, dtype=torch.long), torch.ones(3, 2, 5, dtype=torch.long), torch.zeros(3, 2, dtype=torch.long)))
