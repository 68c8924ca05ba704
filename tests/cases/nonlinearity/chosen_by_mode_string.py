"""The class and the nonlinearity chosen by one string, as in word language models."""

from torch import nn


class RNNModel(nn.Module):
    def __init__(self, rnn_type, size):
        super().__init__()
        if rnn_type in ["LSTM", "GRU"]:
            self.rnn = getattr(nn, rnn_type)(size, size)  #: layer gated on_output=no
        else:
            nonlinearity = {"RNN_TANH": "tanh", "RNN_RELU": "relu"}[rnn_type]
            self.rnn = nn.RNN(size, size, nonlinearity=nonlinearity)  #: layer plain on_output=no; inside plain if "rnn_type"

    def forward(self, x):
        return self.rnn(x)[0]


# drive: RNNModel("LSTM", 3)(torch.zeros(5, 2, 3))
# drive: RNNModel("RNN_TANH", 3)(torch.zeros(5, 2, 3))
# drive: RNNModel("RNN_RELU", 3)(torch.zeros(5, 2, 3))
