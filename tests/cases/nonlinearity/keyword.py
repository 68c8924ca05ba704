"""ReLU as the layer's own nonlinearity, and nothing on its output."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(3, 4, nonlinearity="relu")  #: layer enc on_output=no; inside enc

    def forward(self, x):
        return self.rnn(x)[0]


# drive: Net()(torch.zeros(5, 2, 3))
