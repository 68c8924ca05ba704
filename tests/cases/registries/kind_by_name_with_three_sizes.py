"""A kind that is given by its name: three sizes make it a recurrent one, as two do."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, kind="GRU"):
        super().__init__()
        self.rnn = getattr(nn, kind)(3, 4, 2)  #: layer rnn type=torch.nn.GRU|torch.nn.LSTM|torch.nn.RNN

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])  #: after rnn if "kind"


# drive: Net()(torch.zeros(5, 2, 3))
# drive: Net("LSTM")(torch.zeros(5, 2, 3))
# drive: Net("RNN")(torch.zeros(5, 2, 3))
# drive: Net("Linear")(torch.zeros(5, 2, 3))
