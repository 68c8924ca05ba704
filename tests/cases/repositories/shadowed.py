"""Names are shadowed, rebound and reused."""
import torch
import torch.nn as nn
from torch.nn.functional import relu
from torch.nn.functional import relu as activation  # noqa: F401
from torch import tanh as activation  # noqa: F811


class ReLU(nn.Module):
    """Parametric: x times a sigmoid."""

    def forward(self, relu):
        return relu * torch.sigmoid(relu)


def process(x, relu=torch.tanh):
    return relu(x)


class Net(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.gru = nn.GRU(d, d, batch_first=True)  #: layer gru
        self.relu = ReLU()
        self.lstm = nn.Linear(d, d)
        self.rnn = nn.Sequential(nn.Linear(d, d), nn.ReLU())

    def forward(self, input):
        gru = self.rnn(input)
        relu_out = relu(self.lstm(input))
        lstm, _ = self.gru(input)
        out = self.relu(lstm) + process(lstm)
        out = activation(out)
        for relu_ in (torch.sigmoid, torch.tanh):
            out = relu_(out)
        input = out
        out = gru
        y = relu(out)
        return input, y, relu_out


class Outer(nn.Module):
    relu = staticmethod(torch.sigmoid)

    def __init__(self):
        super().__init__()
        self.net = Net()
        self.fn = relu

    def forward(self, x):
        a, b, c = self.net(x)
        b, a = a, b
        return self.relu(b), self.fn(a), self.fn(c)


# drive: Outer()(torch.rand(2, 3, 4))
