"""forward hands over to private methods, which share the work."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = nn.ReLU()
        self.fc = nn.Linear(4, 4)

    def _encode(self, x):
        return self.rnn(x)[0]

    def _decode(self, states):
        return self._activate(self.fc(states))

    def _activate(self, x):
        return self.act(x)  #: after enc

    def forward(self, x):
        return self._decode(self._encode(x))


# drive: Net()(torch.zeros(5, 2, 3))
