"""Layers wrapped by the normalisations of their weights."""

from torch import nn
from torch.nn.utils import spectral_norm, weight_norm


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = weight_norm(nn.Conv1d(3, 4, 1))
        self.rnn = nn.GRU(4, 4, batch_first=True)  #: layer enc
        self.head = nn.Sequential(spectral_norm(nn.Linear(4, 4)), nn.ReLU())

    def forward(self, x):
        x = self.conv(x.transpose(1, 2)).relu()  #: before enc
        out, _ = self.rnn(x.transpose(1, 2))
        return self.head(out)  #: after enc defined=12


# drive: Net()(torch.zeros(2, 5, 3))
