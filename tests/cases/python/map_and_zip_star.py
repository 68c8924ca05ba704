"""map over inputs, and zip(*pairs) to turn a list of pairs into two lists."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.LSTMCell(3, 4)  #: layer cell

    def forward(self, xs):
        pairs = [self.cell(x) for x in xs]
        hidden, memory = zip(*pairs)
        return list(map(torch.relu, hidden)), torch.stack(memory)  #: after cell


# drive: Net()(torch.zeros(5, 2, 3))
