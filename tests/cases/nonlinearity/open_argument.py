"""An open argument that is handed on as the nonlinearity."""

from torch import nn


class Net(nn.Module):
    def __init__(self, n_in, n_out, nonlinearity="tanh"):
        super().__init__()
        self.rnn = nn.RNN(n_in, n_out, nonlinearity=nonlinearity)  #: layer enc on_output=no; inside enc if "nonlinearity"

    def forward(self, x):
        return self.rnn(x)[0]


# drive: Net(3, 4)(torch.zeros(5, 2, 3))
# drive: Net(3, 4, "relu")(torch.zeros(5, 2, 3))
