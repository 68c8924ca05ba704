"""Another module's helper method is called, not its forward."""

from torch import nn


class Attention(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.key = nn.Linear(size, size)
        self.score = nn.Linear(size, 1)
        self.relu = nn.ReLU()

    def project(self, states):
        return self.key(states)

    def forward(self, states):
        return self.score(self.relu(self.project(states)))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no
        self.attention = Attention(4)

    def forward(self, x):
        return self.attention.project(self.rnn(x)[0])


# drive: Net()(torch.zeros(5, 2, 3))
