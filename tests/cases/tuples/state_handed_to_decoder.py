"""The encoder's state becomes the decoder's initial state, through a ReLU bridge."""

import torch
from torch import nn


class Seq2Seq(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.LSTM(3, 4)  #: layer enc
        self.bridge = nn.Linear(4, 4)
        self.decoder = nn.LSTM(3, 4)  #: layer dec on_output=no

    def forward(self, src, tgt):
        _, (h, c) = self.encoder(src)
        h = torch.relu(self.bridge(h))  #: after enc; before dec
        out, _ = self.decoder(tgt, (h, c))
        return out


# drive: Seq2Seq()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
