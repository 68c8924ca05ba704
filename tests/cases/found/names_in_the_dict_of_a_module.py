"""What stands in the dict of a library's module under a name is what the module has under it."""

import torch
import torch.nn.functional as F
from torch import nn


def known(x):
    rnn = vars(nn)["GRU"](3, 4)  #: layer known
    return vars(F)["relu"](rnn(x)[0])  #: after known


def open_name(x, kind="GRU", act="tanh"):
    rnn = nn.__dict__[kind](3, 4)  #: layer open
    return torch.__dict__[act](rnn(x)[0])  #: after open if "act"


def silent(x):
    rnn = nn.__dict__["GRU"](3, 4)  #: layer silent
    return vars(torch)["tanh"](rnn(x)[0])


# drive: (known(torch.zeros(3, 2, 3)), open_name(torch.zeros(3, 2, 3)), silent(torch.zeros(3, 2, 3)))
# drive: (known(torch.zeros(3, 2, 3)), open_name(torch.zeros(3, 2, 3), "LSTM", "relu"), silent(torch.zeros(3, 2, 3)))
