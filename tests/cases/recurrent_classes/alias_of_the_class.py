"""The class under a local alias, and as a default argument."""

import torch
from torch import nn

Cell = nn.GRUCell


class Net(nn.Module):
    def __init__(self, layer=nn.LSTM):
        super().__init__()
        self.cell = Cell(3, 4)  #: layer cell
        self.rnn = layer(4, 4)  #: layer rnn

    def forward(self, xs):
        states = torch.stack([torch.relu(self.cell(x)) for x in xs])  #: after cell; before rnn if "layer"
        return self.rnn(states)[0]


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(nn.Linear)(torch.zeros(5, 2, 3))
