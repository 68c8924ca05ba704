"""Attention RNN and decoder RNN with the context fed back; the prenet sees only given frames."""

import torch
import torch.nn.functional as F
from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.prenet = nn.Linear(3, 4)
        self.attention_rnn = nn.LSTMCell(8, 4)  #: layer attention on_output=no
        self.decoder_rnn = nn.LSTMCell(8, 4)  #: layer decoder on_output=no
        self.project = nn.Linear(4, 3)

    def attend(self, query, memory):
        weights = torch.softmax((query.unsqueeze(1) * memory).sum(-1), -1)
        return torch.einsum("bt,btd->bd", weights, memory)

    def forward(self, memory, frames):
        batch = memory.size(0)
        a_h = a_c = d_h = d_c = context = torch.zeros(batch, 4)
        outputs = []
        for frame in frames.unbind(1):
            x = F.dropout(F.relu(self.prenet(frame)), 0.5, True)  #: before attention; before decoder
            a_h, a_c = self.attention_rnn(torch.cat([x, context], -1), (a_h, a_c))
            context = self.attend(a_h, memory)
            d_h, d_c = self.decoder_rnn(torch.cat([a_h, context], -1), (d_h, d_c))
            outputs.append(self.project(d_h))
        return torch.stack(outputs, 1)


# drive: Decoder()(torch.zeros(2, 6, 4), torch.zeros(2, 5, 3))
