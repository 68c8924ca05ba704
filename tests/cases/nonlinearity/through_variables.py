"""The word reaches the layer through a constant, a keyword dictionary and a constructor argument."""

from torch import nn

NONLINEARITY = "relu"


class Encoder(nn.Module):
    def __init__(self, nonlinearity):
        super().__init__()
        options = {"num_layers": 2, "nonlinearity": nonlinearity}
        self.rnn = nn.RNN(3, 4, **options)  #: layer enc on_output=no; inside enc

    def forward(self, x):
        return self.rnn(x)[1]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder("r" + "elu")
        self.cell = nn.RNNCell(4, 4, nonlinearity=NONLINEARITY)  #: layer cell on_output=no; inside cell

    def forward(self, x):
        return self.cell(self.encoder(x)[-1])


# drive: Net()(torch.zeros(5, 2, 3))
