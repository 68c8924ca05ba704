"""Subclasses of nn.LSTM and nn.GRUCell."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence


class BetterLSTM(nn.LSTM):
    def __init__(self, *args, dropouti=0.0, dropouto=0.0, rectify=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.dropouti, self.dropouto, self.rectify = dropouti, dropouto, rectify

    def forward(self, input, hx=None):
        is_packed = isinstance(input, PackedSequence)
        if is_packed:
            data = F.dropout(input.data, self.dropouti, self.training)
            input = PackedSequence(data, input.batch_sizes, input.sorted_indices, input.unsorted_indices)
        seq, state = super().forward(input, hx=hx)
        if is_packed:
            out, lens = pad_packed_sequence(seq, batch_first=self.batch_first)
        else:
            out = seq
        if self.rectify:
            out = F.relu(out)  #: after b; before c
        return F.dropout(out, self.dropouto, self.training), state


class NormCell(nn.GRUCell):
    def __init__(self, i, h):
        super().__init__(i, h)
        self.norm = nn.LayerNorm(h)

    def forward(self, x, h=None):
        return self.norm(super().forward(x, h))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = BetterLSTM(3, 4, batch_first=True)  #: layer a
        self.second = BetterLSTM(3, 4, batch_first=True, rectify=True, dropouto=0.1)  #: layer b
        self.cell = NormCell(4, 4)  #: layer c
        self.out = nn.Linear(4, 1)

    def forward(self, x, lens):
        p = pack_padded_sequence(x, lens, batch_first=True)
        u, _ = self.first(p)
        v, _ = self.second(x)
        h = None
        for t in range(v.size(1)):
            h = self.cell(v[:, t], h)
        return self.out(h) + self.out(u).mean()


# drive: Net()(torch.rand(2, 3, 3), torch.tensor([3, 2]))
