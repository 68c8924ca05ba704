"""inside is stated of the constructed layer, called or not."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.spare = nn.RNN(3, 4, nonlinearity="relu")  #: layer spare on_output=no called=false; inside spare
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        return self.rnn(x)[0]


# drive: Net()(torch.zeros(5, 2, 3))
