"""What a loop's counter is compared with, where it starts is known, and where it ends is not."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.depth = depth

    def forward(self, x):
        states = self.rnn(x)[0]
        for number in range(2, self.depth):
            if number < 1:
                states = torch.relu(states)
            if number > 1:
                states = torch.relu(states)  #: after rnn
            if number < 3:
                states = torch.relu(states)  #: after rnn
        return states


# drive: Net(5)(torch.zeros(5, 2, 4))
