"""Image features through ReLU become the initial state; the words do not."""

import torch
from torch import nn


class Captioner(nn.Module):
    def __init__(self, vocabulary=9):
        super().__init__()
        self.cnn = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.embed = nn.Embedding(vocabulary, 3)
        self.lstm = nn.LSTM(3, 4, batch_first=True)  #: layer lstm on_output=no
        self.out = nn.Linear(4, vocabulary)

    def forward(self, image, words):
        h0 = self.cnn(image).unsqueeze(0)  #: before lstm defined=10
        c0 = torch.zeros_like(h0)
        states, _ = self.lstm(self.embed(words), (h0, c0))
        return self.out(states)


# drive: Captioner()(torch.zeros(2, 1, 5, 5), torch.zeros(2, 4, dtype=torch.long))
