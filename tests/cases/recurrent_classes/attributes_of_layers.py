"""What a recurrent layer is like decides branches: by what it was given, or by what PyTorch takes where nothing is given."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, layers=1):
        super().__init__()
        self.rnn = nn.GRU(4, 4, batch_first=True)  #: layer plain
        self.deep = nn.LSTM(4, 4, layers, bidirectional=True)  #: layer deep

    def forward(self, x):
        y, _ = self.rnn(x)
        if self.rnn.bidirectional or not self.rnn.batch_first or self.rnn.dropout > 0 or self.rnn.proj_size:
            y = torch.relu(y)
        for _ in range(self.rnn.num_layers - 1):
            y = torch.relu(y)
        z, _ = self.deep(x)
        if self.deep.bidirectional:
            z = torch.relu(z)  #: after deep
        if self.deep.num_layers > 1:
            z = torch.relu(z)  #: after deep if "layers"
        return y, z


# drive: Net()(torch.zeros(5, 2, 4))
# drive: Net(2)(torch.zeros(5, 2, 4))
