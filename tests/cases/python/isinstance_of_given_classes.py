"""The classes that are asked for are given: of which something is an instance, is open."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, *kinds):
        super().__init__()
        self.kinds = kinds
        self.rnn = nn.GRU(3, 4)  #: layer rnn

    def forward(self, x):
        states = self.rnn(x)[0]
        if isinstance(self.rnn, (nn.LSTM, *self.kinds)):
            states = torch.relu(states)  #: after rnn if "kinds"
        if isinstance(self.rnn, (nn.GRU, *self.kinds)):
            states = states + torch.relu(states)  #: after rnn
        return states


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(nn.GRU)(torch.zeros(5, 2, 3))
