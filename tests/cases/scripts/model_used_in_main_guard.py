"""A model and its use under the main guard; the facts are the model's."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc
        self.act = act

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc defined=18


if __name__ == "__main__":
    net = Net(nn.ReLU())
    print(net(torch.zeros(5, 2, 3)).shape)

# drive-script
