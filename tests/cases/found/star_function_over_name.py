import torch
from torch import nn
from torch import tanh as relu
from torch import *  # noqa: F403


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def forward(self, x):
        return relu(self.rnn(x)[0])  #: after rnn


# drive: Net()(torch.rand(2, 3, 4))
