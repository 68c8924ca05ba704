"""A second entry: the method that a function calls on an instance."""

import torch
from torch import nn


class Speaker(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc

    def forward(self, x):
        return self.rnn(x)[0]

    def generate(self, x):
        out, h = self.rnn(x)
        return torch.relu(h)  #: after enc


def main(x):
    speaker = Speaker()
    return speaker(x), speaker.generate(x)


# drive: main(torch.zeros(5, 2, 3))
