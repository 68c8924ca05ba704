"""The nonlinearity is the fourth argument of the layer and of the cell."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4, 2, "relu")  #: layer rnn on_output=no; inside rnn
        self.cell = nn.RNNCell(4, 4, True, "relu")  #: layer cell on_output=no; inside cell

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.cell(out[-1])


# drive: Net()(torch.zeros(5, 2, 3))
