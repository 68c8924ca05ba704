"""Two rows of attributes whose names begin alike: each is found under its own pattern, and a written name under its own."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth
        self.rnn = nn.GRU(3, 4)  #: layer rnn
        for i in range(depth):
            setattr(self, f"step{i}", nn.Tanh())
            setattr(self, f"step_{i}", nn.ReLU())
            setattr(self, f"more{i}", nn.ReLU())

    def forward(self, x):
        states = self.rnn(x)[0]
        for i in range(self.depth):
            getattr(self, f"step{i}")(states)
            getattr(self, f"step_{i}")(states)  #: after rnn defined=14
        if self.depth > 1:
            self.step1(states)
            self.more1(states)  #: after rnn if "depth > 1"
        return states


# drive: Net(1)(torch.zeros(5, 2, 3))
# drive: Net(3)(torch.zeros(5, 2, 3))
