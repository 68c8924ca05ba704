"""A stack of open depth with ReLU between its layers, and none behind the last."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, depth=2):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        layers = []
        for i in range(depth):
            layers.append(nn.Linear(4, 4))
            if i > 0:
                layers.append(nn.ReLU())
        self.mlp = nn.Sequential(*layers)

    def forward(self, x):
        return self.mlp(self.rnn(x)[0])  #: after rnn if defined=15


# drive: Net(1)(torch.ones(3, 2, 4))
# drive: Net()(torch.ones(3, 2, 4))
