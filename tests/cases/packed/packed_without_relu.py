"""Trap: the ReLU acts on the unpacked input, not on what comes out of the packing."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)  #: layer enc on_output=no

    def forward(self, x, lengths):
        side = torch.relu(x)
        out, h = self.rnn(pack_padded_sequence(x, lengths))
        out, lengths = pad_packed_sequence(out)
        return out.sum(0), side


# drive: Net()(torch.zeros(5, 2, 3), torch.tensor([5, 4]))
