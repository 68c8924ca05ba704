"""Two constructions in two branches are two layers, each with its condition."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, use_lstm=True):
        super().__init__()
        if use_lstm:
            self.rnn = nn.LSTM(3, 4)  #: layer lstm
        else:
            self.rnn = nn.GRU(3, 4)  #: layer gru

    def forward(self, x):
        out, _ = self.rnn(x)
        return torch.relu(out)  #: after lstm if "use_lstm"; after gru if "use_lstm"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net(False)(torch.zeros(5, 2, 3))
