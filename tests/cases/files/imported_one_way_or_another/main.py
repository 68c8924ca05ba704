"""A script that is part of a package, or is not: one of the imports finds what the other does not."""

import torch

try:
    from .nets import Encoder
except ImportError:
    from nets import Encoder


def main(x):
    return torch.relu(Encoder()(x))  #: after rnn


# drive: main(torch.zeros(5, 2, 4))
