"""Packing that depends on whether lengths are given: ReLU comes after in either case."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4, batch_first=True)  #: layer enc

    def forward(self, x, lengths=None):
        if lengths is not None:
            x = pack_padded_sequence(x, lengths, batch_first=True)
        out, _ = self.rnn(x)
        if lengths is not None:
            out, _ = pad_packed_sequence(out, batch_first=True)
        return torch.relu(out)  #: after enc


# drive: Net()(torch.zeros(2, 5, 3))
# drive: Net()(torch.zeros(2, 5, 3), torch.tensor([5, 4]))
