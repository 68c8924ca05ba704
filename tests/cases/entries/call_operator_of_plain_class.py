"""A plain class that is called like a function."""

import torch
from torch import nn


class Pipeline:
    def __init__(self):
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = nn.ReLU()

    def __call__(self, x):
        return self.act(self.rnn(x)[0])  #: after enc defined=10


def main(x):
    pipeline = Pipeline()
    return pipeline(x)


# drive: main(torch.zeros(5, 2, 3))
