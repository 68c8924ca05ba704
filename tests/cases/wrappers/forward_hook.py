"""A forward hook whose result replaces the layer's output."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.rnn.register_forward_hook(self.rectify)

    def rectify(self, module, inputs, output):
        return torch.relu(output[0]), output[1]  #: after enc; before dec

    def forward(self, x):
        out, _ = self.rnn(x)
        return out * 2


class Wrapped(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = Net()
        self.dec = nn.GRU(4, 4)  #: layer dec on_output=no

    def forward(self, x):
        return self.dec(self.net(x))[0]


# drive: Wrapped()(torch.zeros(5, 2, 3))
