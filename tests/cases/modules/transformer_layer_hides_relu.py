"""A transformer layer whose default activation is ReLU, fed by a recurrent layer."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc
        self.mixer = nn.TransformerEncoderLayer(4, 2, 8)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.mixer(out)  #: after enc defined=10


# drive: Net()(torch.zeros(5, 2, 3))
