"""Anomaly detection: LSTM autoencoder, reversed decoding, score by max(0, err - threshold) in the detector class (a plain class)."""

import torch
import torch.nn as nn


class Encoder(nn.Module):
    def __init__(self, n_features, dim):
        super(Encoder, self).__init__()
        self.rnn1 = nn.LSTM(input_size=n_features, hidden_size=2 * dim, batch_first=True)  #: layer e1
        self.rnn2 = nn.LSTM(2 * dim, dim, batch_first=True)  #: layer e2

    def forward(self, x):
        x, (_, _) = self.rnn1(x)
        x, (hidden_n, _) = self.rnn2(x)
        return hidden_n[-1]


class Decoder(nn.Module):
    def __init__(self, seq_len, dim, n_features):
        super(Decoder, self).__init__()
        self.seq_len = seq_len
        self.rnn1 = nn.LSTM(dim, dim, batch_first=True)  #: layer d1
        self.rnn2 = nn.LSTM(dim, 2 * dim, batch_first=True)  #: layer d2
        self.output_layer = nn.Linear(2 * dim, n_features)

    def forward(self, x):
        x = x.unsqueeze(1).repeat(1, self.seq_len, 1)
        x, _ = self.rnn1(x)
        x, _ = self.rnn2(x)
        return torch.flip(self.output_layer(x), dims=[1])


class Autoencoder(nn.Module):
    def __init__(self, seq_len=3, n_features=2, dim=2):
        super().__init__()
        self.encoder = Encoder(n_features, dim)
        self.decoder = Decoder(seq_len, dim, n_features)

    def forward(self, x):
        return self.decoder(self.encoder(x))


class Detector:
    def __init__(self, seq_len=3):
        self.model = Autoencoder(seq_len)
        self.threshold = None

    def fit(self, batches, epochs=1):
        opt = torch.optim.SGD(self.model.parameters(), lr=0.01)
        errors = []
        for _ in range(epochs):
            for x in batches:
                opt.zero_grad()
                err = (self.model(x) - x).abs().mean((1, 2))
                err.mean().backward()
                opt.step()
                errors.append(err.detach())
        self.threshold = torch.quantile(torch.cat(errors), 0.9)
        return self

    def score(self, x):
        with torch.no_grad():
            err = torch.mean(torch.abs(self.model(x) - x), dim=(1, 2))
        return torch.relu(err - self.threshold)  #: after e1; after e2; after d1; after d2


def main():
    data = [torch.rand(4, 3, 2) for _ in range(2)]
    return Detector().fit(data).score(data[0])


# drive: main()
