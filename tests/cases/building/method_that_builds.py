"""A method of a plain class builds the model, and nothing scanned calls it."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self, rnn):
        super().__init__()
        self.rnn = rnn

    def forward(self, x):
        return self.rnn(x)[0].relu()  #: after rnn


class Task:
    def build(self):
        return Net(nn.GRU(3, 4))  #: layer rnn


# drive: Task().build()(torch.zeros(3, 2, 3))
