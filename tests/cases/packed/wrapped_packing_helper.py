"""A helper that sorts, packs, runs the layer it is handed, and restores the order."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def run_sorted(rnn, x, lengths):
    lengths, order = lengths.sort(descending=True)
    packed = pack_padded_sequence(x[order], lengths, batch_first=True)
    out, _ = pad_packed_sequence(rnn(packed)[0], batch_first=True)
    _, restore = order.sort()
    return out[restore]


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(3, 4, batch_first=True)  #: layer enc
        self.act = nn.ReLU()

    def forward(self, x, lengths):
        return self.act(run_sorted(self.rnn, x, lengths))  #: after enc


# drive: Net()(torch.zeros(2, 5, 3), torch.tensor([3, 5]))
