"""Methods that give the module itself back: to, eval, half the chain in one expression."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4).to("cpu").float()  #: layer enc
        self.act = nn.ReLU().train().requires_grad_(False)

    def forward(self, x):
        return self.act(self.rnn(x)[0])  #: after enc defined=11


def run(x):
    net = Net().eval().to(torch.device("cpu"))
    return net(x)


# drive: run(torch.zeros(5, 2, 3))
