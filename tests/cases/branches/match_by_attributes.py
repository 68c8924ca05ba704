"""A class pattern with keywords asks for attributes: those of a layer are what it was constructed with."""

import torch
import torch.nn.functional as F
from torch import nn


def run(x, size=4):
    rnn, fc, other = nn.GRU(3, 4), nn.Linear(4, 4), nn.Linear(4, size)  #: layer rnn
    y = fc(rnn(x)[0])
    match fc:
        case nn.Linear(in_features=4):
            y = y + 1
        case _:
            y = F.relu(y)
    match other:
        case nn.Linear(in_features=4, out_features=8):
            y = F.relu(y)  #: after rnn if "size == 8"
        case nn.Linear(in_features=3):
            y = F.relu(y)
    return y


# drive: run(torch.zeros(3, 2, 3))
# drive: run(torch.zeros(3, 2, 3), 8)
