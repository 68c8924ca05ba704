"""The part is handed a recurrent layer that the larger model constructs."""

import torch
from torch import nn


class Runner(nn.Module):
    def __init__(self, core):
        super().__init__()
        self.core = core

    def forward(self, x):
        x = torch.relu(x)  #: before core
        return self.core(x)[0]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.runner = Runner(nn.LSTM(3, 4))  #: layer core on_output=no

    def forward(self, x):
        return self.runner(x)


# drive: Net()(torch.zeros(5, 2, 3))
