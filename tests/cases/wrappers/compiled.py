"""torch.compile as a decorator and as a call gives the same program back."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    @torch.compile(dynamic=True)
    def forward(self, x):
        return self.rnn(x)[0]


def run(x):
    model = torch.compile(Net())
    return torch.relu(model(x))  #: after enc


# drive: run(torch.zeros(5, 2, 3))
