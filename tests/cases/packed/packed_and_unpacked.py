"""The usual way through packing and unpacking."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(10, 3)
        self.lstm = nn.LSTM(3, 4, batch_first=True)  #: layer enc

    def forward(self, tokens, lengths):
        x = torch.relu(self.embed(tokens))  #: before enc
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        packed_out, (h, c) = self.lstm(packed)
        out, _ = pad_packed_sequence(packed_out, batch_first=True)
        return torch.relu(out)  #: after enc


# drive: Encoder()(torch.zeros(2, 5, dtype=torch.long), torch.tensor([5, 3]))
