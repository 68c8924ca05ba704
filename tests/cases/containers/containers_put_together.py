"""Containers of layers are added, multiplied, extended, inserted into and popped from, as lists are."""

import torch
from torch import nn


class Stack(nn.Sequential):
    def forward(self, x):
        return torch.tanh(x)


def loud(x):
    out = nn.GRU(3, 4)(x)[0]  #: layer loud
    head = nn.Sequential(nn.Linear(4, 4))
    whole = head + nn.Sequential(nn.ReLU())
    out = whole(out)  #: after loud defined=15
    for layer in nn.ModuleList([nn.Linear(4, 4)]) + [nn.ReLU()]:
        out = layer(out)  #: after loud defined=17
    out = (Stack(nn.ReLU()) + Stack())(out)  #: after loud defined=19
    head += nn.Sequential(nn.ReLU())
    head.insert(0, nn.ReLU())
    head.extend(nn.Sequential(nn.ReLU()))
    out = head(out)  #: after loud defined=20; after loud defined=21; after loud defined=22
    return (nn.Sequential(nn.ReLU()) * 2)(out)  #: after loud defined=24


def silent(x):
    out = nn.GRU(3, 4)(x)[0]  #: layer silent
    head, tail = nn.Sequential(nn.Linear(4, 4)), nn.Sequential(nn.Tanh(), nn.ReLU())
    whole = head + tail
    whole.pop(-1)
    layers = nn.ModuleList([nn.ReLU()]) + nn.ModuleList([nn.Tanh()])
    out = layers[1](whole(head(out)))
    return (nn.Sequential(nn.ReLU()) + nn.Sequential())[1:](out)


# drive: (loud(torch.zeros(5, 2, 3)), silent(torch.zeros(5, 2, 3)))
