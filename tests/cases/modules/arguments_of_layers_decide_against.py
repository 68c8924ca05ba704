"""Twin: what the layers were constructed with says each time that nothing is applied."""

import torch
import torch.nn.functional as F
from torch import nn


def run(x):
    rnn, fc, drop = nn.GRU(3, 4), nn.Linear(4, 4), nn.Dropout(0.0)  #: layer rnn
    y = drop(fc(rnn(x)[0]))
    if drop.p > 0:
        return F.relu(y)
    if isinstance(fc.out_features, str) or fc.in_features != rnn.hidden_size:
        return F.relu(y)
    return F.relu(y) if fc.out_features > 4 else y


# drive: run(torch.zeros(3, 2, 3))
