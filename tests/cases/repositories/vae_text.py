"""Sentence VAE with word dropout."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.autograd import Variable


class SentenceVAE(nn.Module):
    def __init__(self, vocab=9, emb=4, hid=5, z=3, bow=True):
        super().__init__()
        self.embed = nn.Embedding(vocab, emb)
        self.encoder = nn.GRU(emb, hid, bidirectional=True, batch_first=True)  #: layer enc
        self.decoder = nn.GRU(emb + z, hid, batch_first=True)  #: layer dec
        self.mu = nn.Linear(hid * 2, z)
        self.logvar = nn.Linear(hid * 2, z)
        self.z2h = nn.Sequential(nn.Linear(z, hid), nn.ReLU())
        self.out = nn.Linear(hid, vocab)
        self.bow = nn.Sequential(nn.Linear(z, hid), nn.ReLU(), nn.Linear(hid, vocab)) if bow else None
        self.z = z

    def sample_z(self, mu, logvar):
        eps = Variable(torch.randn(mu.size(0), self.z))
        return mu + torch.exp(logvar / 2) * eps

    def decode(self, x, z):
        h = self.z2h(z).unsqueeze(0)  #: before dec; after enc
        zs = z.unsqueeze(1).expand(-1, x.size(1), -1)
        out, _ = self.decoder(torch.cat([self.embed(x), zs], 2), h)
        return self.out(out)

    def forward(self, x):
        _, h = self.encoder(self.embed(x))
        h = torch.cat([h[0], h[1]], -1)
        mu, logvar = self.mu(h), self.logvar(h)
        z = self.sample_z(mu, logvar)
        logits = self.decode(x, z)
        kl = torch.mean(0.5 * torch.sum(torch.exp(logvar) + mu ** 2 - 1 - logvar, 1))
        kl = torch.clamp(kl, min=0.1)
        loss = F.cross_entropy(logits.flatten(0, 1), x.flatten()) + kl
        if self.bow is not None:
            bow = self.bow(z)  #: after enc if "bow"
            loss = loss + F.cross_entropy(bow, x[:, 0])
        return loss

    def sample(self, n, steps=3):
        z = torch.randn(n, self.z)
        x = torch.zeros(n, 1, dtype=torch.long)
        for _ in range(steps):
            logits = self.decode(x, z)
            nxt = torch.multinomial(F.softmax(logits[:, -1], -1), 1)
            x = torch.cat([x, nxt], 1)
        return x


def demo():
    model = SentenceVAE()
    model(torch.zeros(2, 4, dtype=torch.long)).backward()
    return model.sample(2)


# drive: demo()
# drive: SentenceVAE(bow=False)(torch.zeros(2, 4, dtype=torch.long))
