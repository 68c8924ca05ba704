"""Open sizes leave the facts definite."""

from torch import nn


class Net(nn.Module):
    def __init__(self, n_in, n_hidden, n_out, n_layers, dropout):
        super().__init__()
        self.rnn = nn.LSTM(n_in, n_hidden, n_layers, dropout=dropout, bidirectional=True)  #: layer enc
        width = 2 * n_hidden
        self.head = nn.Sequential(nn.Linear(width, width // 2), nn.ReLU(), nn.Linear(width // 2, n_out))

    def forward(self, x):
        return self.head(self.rnn(x)[0])  #: after enc defined=11


# drive: Net(3, 4, 1, 2, 0.1)(torch.zeros(5, 2, 3))
