from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]


def build():
    return Encoder()
