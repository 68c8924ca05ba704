import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn

    @classmethod
    def example(cls, x):
        return torch.relu(cls().rnn(x)[0])  #: after rnn


def run(x):
    return Net.example(x)


# drive: run(torch.rand(2, 1, 3))
