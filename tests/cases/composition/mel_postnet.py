"""A whole small synthesizer: prenet, decoder cell, convolutional post-net with ReLU between its layers."""

import torch
import torch.nn.functional as F
from torch import nn


class Postnet(nn.Module):
    def __init__(self, n_mels):
        super().__init__()
        self.convs = nn.ModuleList([nn.Conv1d(n_mels, n_mels, 3, padding=1) for _ in range(3)])

    def forward(self, x):
        for conv in self.convs[:-1]:
            x = F.relu(conv(x))  #: after dec
        return self.convs[-1](x)


class Synthesizer(nn.Module):
    def __init__(self):
        super().__init__()
        self.prenet = nn.Linear(3, 4)
        self.decoder = nn.LSTMCell(4, 4)  #: layer dec
        self.project = nn.Linear(4, 3)
        self.postnet = Postnet(3)

    def forward(self, target):
        state = None
        frames = []
        for frame in target:
            state = self.decoder(F.relu(self.prenet(frame)), state)  #: before dec
            frames.append(self.project(state[0]))
        mel = torch.stack(frames, dim=-1)
        return mel + self.postnet(mel)


# drive: Synthesizer()(torch.zeros(5, 2, 3))
