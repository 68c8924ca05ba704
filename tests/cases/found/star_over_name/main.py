import torch
from torch import nn

from layers import act


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        self.act = act()

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after rnn


# drive: Net()(torch.rand(2, 3, 4))
