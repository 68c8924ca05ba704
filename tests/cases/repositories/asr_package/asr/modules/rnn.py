"""Recurrent encoders with projections."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def get_rnn(typ):
    typ = typ.lstrip("b").rstrip("p")
    return nn.LSTM if "lstm" in typ else nn.GRU


class BLSTMP(nn.Module):
    def __init__(self, idim, cdim, hdim, typ="blstmp", elayers=2):
        super().__init__()
        rnn = get_rnn(typ)
        for i in range(elayers):
            size = idim if i == 0 else hdim
            setattr(self, "rnn%d" % i, rnn(size, cdim, batch_first=True, bidirectional=True))  #: layer bl on_output=yes
            setattr(self, "bt%d" % i, nn.Linear(2 * cdim, hdim))
        self.elayers = elayers

    def forward(self, xs, ilens):
        for i in range(self.elayers):
            packed = pack_padded_sequence(xs, ilens, batch_first=True)
            ys, _ = getattr(self, "rnn" + str(i))(packed)
            ys, ilens = pad_packed_sequence(ys, batch_first=True)
            projected = getattr(self, "bt" + str(i))(ys.contiguous().view(-1, ys.size(2)))
            xs = projected.view(ys.size(0), ys.size(1), -1)
            if i < self.elayers - 1:
                xs = torch.relu(xs)  #: after bl if "elayers"; before bl if "elayers"
        return xs, ilens
