"""A layer of the library whose activation an argument names; one whose text is known."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, activation="gelu"):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn on_output=sometimes
        self.open = nn.TransformerEncoderLayer(4, 2, 8, activation=activation)
        self.known = nn.TransformerDecoderLayer(4, 2, 8, activation="gelu")
        self.inner = nn.RNN(4, 4, nonlinearity="relu" if activation == "relu" else "tanh")  #: layer inner on_output=no; inside inner if "activation"

    def forward(self, x):
        out = self.rnn(x)[0]
        self.known(out, out)
        self.inner(x.new_zeros(5, 2, 4))
        return self.open(out)  #: after rnn if "activation"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("relu")(torch.zeros(5, 2, 3))
