"""A function that builds layers and calls them."""

import torch
from torch import nn


def demo(x):
    rnn = nn.LSTM(3, 4)  #: layer enc
    head = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
    out, _ = rnn(x)
    return head(out)  #: after enc defined=9


# drive: demo(torch.zeros(5, 2, 3))
