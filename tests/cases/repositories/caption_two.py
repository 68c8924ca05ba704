"""Video captioning: a CNN per frame via reshapes, encoder LSTM, attention, decoder LSTMCell with greedy search."""

import torch
from torch import nn, Tensor


class FrameCNN(nn.Module):
    def __init__(self, out):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 4, 3, stride=2), nn.ReLU6(), nn.Conv2d(4, out, 2), nn.AdaptiveAvgPool2d(1)
        )

    def forward(self, clip: Tensor) -> Tensor:
        b, t = clip.shape[:2]
        return self.features(clip.flatten(0, 1)).flatten(1).unflatten(0, (b, t))


class Attention(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.w, self.u, self.v = nn.Linear(dim, dim), nn.Linear(dim, dim), nn.Linear(dim, 1)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, feats, h):
        e = self.v(self.relu(self.w(feats) + self.u(h).unsqueeze(1)))  #: after enc; after dec if; before dec
        alpha = e.softmax(dim=1)
        return (alpha * feats).sum(1), alpha.squeeze(2)


class Captioner(nn.Module):
    def __init__(self, vocab=6, dim=4):
        super().__init__()
        self.cnn = FrameCNN(dim)
        self.encoder = nn.LSTM(dim, dim, batch_first=True)  #: layer enc
        self.embed = nn.Embedding(vocab, dim)
        self.attend = Attention(dim)
        self.decoder = nn.LSTMCell(2 * dim, dim)  #: layer dec
        self.init_h = nn.Linear(dim, dim)
        self.fc = nn.Linear(dim, vocab)

    def encode(self, clip):
        feats, _ = self.encoder(self.cnn(clip))
        mean = feats.mean(dim=1)
        return feats, (torch.tanh(self.init_h(mean)), torch.zeros_like(mean))

    def forward(self, clip, captions):
        feats, (h, c) = self.encode(clip)
        logits = feats.new_empty(captions.size(0), captions.size(1), self.fc.out_features)
        alphas = []
        for t, word in enumerate(self.embed(captions).unbind(1)):
            ctx, alpha = self.attend(feats, h)
            h, c = self.decoder(torch.cat([word, ctx], -1), (h, c))
            logits[:, t] = self.fc(h)
            alphas.append(alpha)
        return logits, torch.stack(alphas, 1)

    @torch.inference_mode()
    def caption(self, clip, max_len=4, eos=1):
        feats, (h, c) = self.encode(clip)
        word = torch.zeros(clip.size(0), dtype=torch.long)
        out = []
        for _ in range(max_len):
            ctx, _ = self.attend(feats, h)
            h, c = self.decoder(torch.cat([self.embed(word), ctx], -1), (h, c))
            word = self.fc(h).argmax(-1)
            if (word == eos).all():
                break
            out.append(word)
        return out


# drive: Captioner()(torch.rand(2, 3, 3, 9, 9), torch.ones(2, 1, dtype=torch.long))
# drive: Captioner()(torch.rand(2, 3, 3, 9, 9), torch.ones(2, 3, dtype=torch.long))
