"""Beam search over an LSTM decoder; scores pass a ReLU that only ranks."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Captioner(nn.Module):
    def __init__(self, vocab=7, dim=4):
        super().__init__()
        self.vocab = vocab
        self.img = nn.Linear(6, dim)
        self.emb = nn.Embedding(vocab, dim)
        self.lstm = nn.LSTMCell(dim, dim)  #: layer rnn
        self.fc = nn.Linear(dim, vocab)
        self.length_model = nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 1))

    def init_state(self, feats):
        h = F.relu(self.img(feats))  #: before rnn
        return h, torch.zeros_like(h)

    def step(self, tok, state):
        h, c = self.lstm(self.emb(tok), state)
        return F.log_softmax(self.fc(h), -1), (h, c)

    def forward(self, feats, captions):
        state = self.init_state(feats)
        logits = []
        for t in range(captions.size(1)):
            out, state = self.step(captions[:, t], state)
            logits.append(out)
        return torch.stack(logits, 1), self.length_model(feats)

    def beam_search(self, feats, k=2, steps=3):
        h, c = self.init_state(feats.expand(k, -1))
        scores = torch.zeros(k)
        seqs = torch.zeros(k, 1, dtype=torch.long)
        for step in range(steps):
            logp, (h, c) = self.step(seqs[:, -1], (h, c))
            total = F.relu(scores.unsqueeze(1) + logp + 10)  #: after rnn; before rnn if
            scores, flat = total.view(-1).topk(k)
            prev = torch.div(flat, self.vocab, rounding_mode="floor")
            nxt = flat % self.vocab
            h, c = h[prev], c.index_select(0, prev)
            seqs = torch.cat([seqs[prev], nxt.unsqueeze(1)], dim=1)
        return seqs[scores.argmax()]


def caption(steps):
    model = Captioner()
    model.eval()
    return model.beam_search(torch.rand(1, 6), steps=steps)


# drive: caption(1)
# drive: caption(3)
