"""Activation class, activation function and normalisation by names that the constructor is given."""

import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, activation="Tanh", function="relu", norm="LayerNorm"):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        self.norm = getattr(nn, norm)(4)
        self.act = getattr(nn, activation)()
        self.function = getattr(F, function)
        self.last = nn.Sequential(nn.Linear(4, 4), nn.ReLU())

    def forward(self, x):
        out, _ = self.rnn(x)
        out = self.act(self.norm(out))  #: after rnn if "activation ==" defined=12
        out = self.function(out)  #: after rnn if "function =="
        return self.last(out)  #: after rnn defined=14


# drive: Net()(torch.zeros(2, 3, 3))
# drive: Net("ReLU")(torch.zeros(2, 3, 3))
# drive: Net("ReLU", "tanh", "Identity")(torch.zeros(2, 3, 3))
