"""What a packed sequence is given instead of its data replaces it; with other lengths it is what it was."""

import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_sequence


def silent(seqs):
    y, _ = nn.GRU(3, 4)(pack_sequence(seqs))  #: layer silent
    return y._replace(data=torch.ones(5, 4)).data.relu()


def loud(seqs):
    y, _ = nn.GRU(3, 4)(pack_sequence(seqs))  #: layer loud
    z = y._replace(batch_sizes=y.batch_sizes)
    if not isinstance(y._replace(data=z.data.tanh()), PackedSequence):
        return y.data.relu()
    return z.data.relu()  #: after loud


# drive: (silent([torch.zeros(3, 3), torch.zeros(2, 3)]), loud([torch.zeros(3, 3), torch.zeros(2, 3)]))
