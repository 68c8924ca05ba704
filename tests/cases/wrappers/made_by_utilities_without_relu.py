"""Twin: none of what the utilities give applies anything."""

import torch
from torch import nn
from torch.nn.utils import prune, skip_init


def run(x):
    rnn = skip_init(nn.GRUCell, 3, hidden_size=4)  #: layer rnn
    fc = prune.random_unstructured(nn.Linear(4, 4), "weight", amount=0.5)
    if fc.in_features > 4:
        return torch.relu(rnn(x))
    return fc(rnn(x))


# drive: run(torch.zeros(2, 3))
