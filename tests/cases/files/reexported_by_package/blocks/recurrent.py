from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.rnn = nn.LSTM(n_in, n_out)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]
