"""detach, a trip through numpy and back: the value flows."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        out, _ = self.rnn(x)
        array = out.detach().cpu().numpy()
        return torch.relu(torch.from_numpy(array[1:] * 2))  #: after enc


# drive: Net()(torch.zeros(5, 2, 3))
