"""Encoder, decoder and prenet in three files; the encoder never meets the prenet's ReLU."""

from decoder import Decoder
from encoder import Encoder
from torch import nn


class Seq2Seq(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder, self.decoder = Encoder(), Decoder()

    def forward(self, x, y):
        return self.decoder(y, self.encoder(x))


# drive: Seq2Seq()(torch.zeros(5, 2, 3), torch.zeros(4, 2, 3))
