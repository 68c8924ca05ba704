"""PackedSequence handled by hand: ReLU on .data and _replace, pack_sequence, pad_sequence, an elementwise helper."""

import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_sequence, pad_packed_sequence, pad_sequence


def elementwise(fn, packed):
    if isinstance(packed, PackedSequence):
        return PackedSequence(fn(packed.data), packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices)  #: after lower; before upper; before third
    return fn(packed)


class Tagger(nn.Module):
    def __init__(self, size=3, hidden=4):
        super().__init__()
        self.lower = nn.LSTM(size, hidden)  #: layer lower
        self.upper = nn.LSTM(hidden, hidden)  #: layer upper
        self.third = nn.GRU(hidden, hidden)  #: layer third
        self.lin = nn.Linear(hidden, hidden)

    def forward(self, sentences):
        packed = pack_sequence(sentences, enforce_sorted=False)
        out, _ = self.lower(packed)
        out = elementwise(nn.functional.relu, out)
        out, (h, _) = self.upper(out)
        out = out._replace(data=self.lin(out.data).relu())  #: after lower; after upper; before third
        out, h = self.third(out)
        padded, lengths = pad_packed_sequence(out)
        longest = torch.relu(lengths.float()).max()
        ragged = pad_sequence([padded[:n, i] for i, n in enumerate(lengths.tolist())])
        return torch.relu(ragged) / longest  #: after lower; after upper; after third


# drive: Tagger()([torch.rand(2, 3), torch.rand(4, 3)])
