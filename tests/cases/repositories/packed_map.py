"""Functions mapped over packed data, tied forward/backward LSTMs (ELMo-like)."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import PackedSequence, pack_sequence, pad_packed_sequence


def elementwise_apply(fn, *args):
    return PackedSequence(
        fn(*[a.data if isinstance(a, PackedSequence) else a for a in args]),  #: before fwd; before bwd
        args[0].batch_sizes, args[0].sorted_indices, args[0].unsorted_indices)


def reverse_padded(x, lengths):
    out = x.clone()
    for i, n in enumerate(lengths):
        out[i, :n] = x[i, :n].flip(0)
    return out


class ScalarMix(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.w = nn.ParameterList([nn.Parameter(torch.zeros(1)) for _ in range(n)])
        self.gamma = nn.Parameter(torch.ones(1))

    def forward(self, tensors):
        w = F.softmax(torch.cat(list(self.w)), dim=0)
        return self.gamma * sum(a * t for a, t in zip(w, tensors))


class Elmo(nn.Module):
    def __init__(self, d=4):
        super().__init__()
        self.proj = nn.Linear(3, d)
        self.fwd = nn.LSTM(d, d, batch_first=True)  #: layer fwd
        self.bwd = nn.LSTM(d, d, batch_first=True)  #: layer bwd
        self.mix = ScalarMix(2)
        self.char = nn.Linear(d, d)
        self.post = nn.Linear(d, d)

    def forward(self, seqs):
        packed = pack_sequence(seqs, enforce_sorted=False)
        packed = elementwise_apply(self.proj, packed)
        packed = elementwise_apply(F.relu, packed)
        f, _ = self.fwd(packed)
        f = elementwise_apply(lambda t: F.gelu(self.post(t)), f)
        f, lengths = pad_packed_sequence(f, batch_first=True)
        x, _ = pad_packed_sequence(elementwise_apply(self.char, packed), batch_first=True)
        b, _ = self.bwd(reverse_padded(x, lengths.tolist()))
        b = reverse_padded(b, lengths.tolist())
        return self.mix([f, b]), torch.relu(x)


# drive: Elmo()([torch.rand(4, 3), torch.rand(2, 3)])
