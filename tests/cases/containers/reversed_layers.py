"""Layers walked backwards: the ReLU comes first and so before the recurrent layer."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4), nn.GRU(4, 4), nn.ReLU()])  #: layer rnn on_output=no

    def forward(self, x):
        for layer in reversed(self.layers):
            x = layer(x)  #: before rnn defined=9
            if isinstance(x, tuple):
                x = x[0]
        return x


# drive: Decoder()(torch.zeros(5, 2, 4))
