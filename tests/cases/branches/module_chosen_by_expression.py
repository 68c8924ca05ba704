"""The module is chosen first and applied afterwards."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4)  #: layer enc
        self.relu = nn.ReLU()
        self.tanh = nn.Tanh()

    def forward(self, x, squash=True):
        out, _ = self.rnn(x)
        act = self.tanh if squash else self.relu
        return act(out)  #: after enc if "squash" defined=10


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net()(torch.zeros(5, 2, 3), squash=False)
