"""What a function that is not scanned gives chooses the activation of a layer."""

import torch
from elsewhere import chosen
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.own = nn.RNN(4, 4, nonlinearity=chosen())  #: layer own; inside own maybe "chosen"
        self.mix = nn.TransformerEncoderLayer(4, 2, activation=chosen())

    def forward(self, x):
        states = self.own(self.rnn(x)[0])[0]
        return self.mix(states)  #: after rnn maybe "chosen"; after own maybe "chosen"
