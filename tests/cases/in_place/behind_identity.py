"""nn.Identity gives back the very tensor that it was given: an in-place ReLU behind it changes the input too."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn on_output=no
        self.head = nn.Sequential(nn.Identity(), nn.ReLU(inplace=True))

    def forward(self, x):
        self.head(x)  #: before rnn defined=11
        return self.rnn(x)[0]


# drive: Net()(torch.ones(3, 2, 4))
