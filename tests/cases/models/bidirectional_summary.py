"""The last states of both directions concatenated, normalised and rectified in the classifier."""

import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, vocabulary, size, classes):
        super().__init__()
        self.embed = nn.Embedding(vocabulary, size, padding_idx=0)
        self.lstm = nn.LSTM(size, size, num_layers=2, bidirectional=True, batch_first=True)  #: layer enc
        self.classifier = nn.Sequential(
            nn.LayerNorm(2 * size),
            nn.Dropout(0.3),
            nn.Linear(2 * size, size),
            nn.ReLU(),
            nn.Linear(size, classes),
        )

    def forward(self, tokens):
        _, (hidden, _) = self.lstm(self.embed(tokens))
        hidden = torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1)
        return self.classifier(hidden)  #: after enc defined=16


# drive: Classifier(9, 4, 2)(torch.zeros(2, 5, dtype=torch.long))
