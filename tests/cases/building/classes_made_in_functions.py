"""Classes and functions that a function makes and gives back: nobody else knows them, and nothing here calls them."""

import torch
from torch import nn


def object_of_it(width):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = nn.GRU(3, width)  #: layer of_object

        def forward(self, x):
            return torch.relu(self.rnn(x)[0])  #: after of_object

    return Net(), width


def silent_object(width):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = nn.GRU(3, width)  #: layer silent on_output=no

        def forward(self, x):
            torch.relu(x)
            return self.rnn(x)[0]

    return Net()


def class_of(kind):
    class Net(nn.Module):
        def __init__(self, width):
            super().__init__()
            self.rnn = kind(3, width)  #: layer of_class

        def forward(self, x):
            return torch.relu(self.rnn(x)[0])  #: after of_class

    return Net


Reader = class_of(nn.LSTM)


def step_of(width):
    cell = nn.GRUCell(3, width)  #: layer of_closure

    def step(x, h):
        return torch.relu(cell(x, h))  #: after of_closure

    return step


def two_of(width):
    cell = nn.GRUCell(3, width)  #: layer of_two

    def refuse(x):
        raise ValueError(x)

    def step(x, h):
        return torch.relu(cell(x, h))  #: after of_two

    return refuse, step


def stack_of(width):
    linear = nn.Sequential(nn.Linear(width, width))
    return nn.Sequential(linear, nn.GRU(width, width)), nn.Sequential(nn.ReLU(), linear)  #: layer alone on_output=no


def unused(x):
    rnn = nn.GRU(3, 3)  #: layer quiet on_output=no

    def dead(out):
        return torch.relu(out)

    class Dead(nn.Module):
        def forward(self, x):
            return torch.relu(rnn(x)[0])

    return rnn(x)[0]


class Nets:
    class Inner(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = nn.RNN(3, 3)  #: layer nested
            self.act = nn.ReLU()

        def forward(self, x):
            return self.act(self.rnn(x)[0])  #: after nested defined=91


# drive: object_of_it(3)[0](torch.zeros(2, 2, 3)), silent_object(3)(torch.zeros(2, 2, 3)), Reader(3)(torch.zeros(2, 2, 3)), step_of(3)(torch.zeros(2, 3), torch.zeros(2, 3)), Nets.Inner()(torch.zeros(2, 2, 3)), two_of(3)[1](torch.zeros(2, 3), torch.zeros(2, 3)), stack_of(3)[0](torch.zeros(2, 2, 3)), unused(torch.zeros(2, 2, 3))
