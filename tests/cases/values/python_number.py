"""Trap: a Python number taken from the output carries nothing."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x):
        out, _ = self.rnn(x)
        scale = out.abs().max().item()
        values = out.mean(dim=(1, 2)).tolist()
        return torch.relu(x * scale), torch.relu(torch.tensor(values)), len(out)


# drive: Net()(torch.zeros(5, 2, 3))
