import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 3)  #: layer rnn
        self._modules["act"] = nn.ReLU()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after rnn


# drive: Net()(torch.rand(2, 1, 3))
