"""A training function that is handed the parts, as in the translation tutorials."""

import torch
import torch.nn.functional as F
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        return self.gru(x)


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(4, 4)  #: layer dec on_output=no

    def forward(self, x, hidden):
        return self.gru(F.relu(x), hidden)  #: before dec; after enc


def train(encoder, decoder, x):
    outputs, hidden = encoder(x)
    decoded, _ = decoder(outputs, hidden)
    return decoded.sum()


def main(x):
    encoder = Encoder()
    decoder = Decoder()
    for _ in range(2):
        loss = train(encoder, decoder, x)
    return loss


# drive: main(torch.zeros(5, 2, 3))
