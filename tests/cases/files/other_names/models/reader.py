from torch import nn


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 3)  #: layer reader

    def forward(self, x):
        return self.rnn(x)[0]
