"""Tacotron-like decoder: prenet with always-on dropout, attention LSTMCell and decoder LSTMCell, stop token."""

import torch
from torch import nn
from torch.nn import functional as F


class LinearNorm(nn.Module):
    def __init__(self, in_dim, out_dim, bias=True):
        super().__init__()
        self.linear_layer = nn.Linear(in_dim, out_dim, bias=bias)

    def forward(self, x):
        return self.linear_layer(x)


class Prenet(nn.Module):
    def __init__(self, in_dim, sizes):
        super().__init__()
        in_sizes = [in_dim] + sizes[:-1]
        self.layers = nn.ModuleList([LinearNorm(i, o, bias=False) for i, o in zip(in_sizes, sizes)])

    def forward(self, x):
        for linear in self.layers:
            x = F.dropout(F.relu(linear(x)), p=0.5, training=True)  #: before att; before dec; after att if; after dec if
        return x


class Decoder(nn.Module):
    def __init__(self, mels=4, enc=5, hidden=6):
        super().__init__()
        self.mels, self.hidden = mels, hidden
        self.prenet = Prenet(mels, [6, 6])
        self.attention_rnn = nn.LSTMCell(6 + enc, hidden)  #: layer att
        self.query = LinearNorm(hidden, enc, bias=False)
        self.decoder_rnn = nn.LSTMCell(hidden + enc, hidden)  #: layer dec
        self.proj = LinearNorm(hidden + enc, mels)
        self.gate = LinearNorm(hidden + enc, 1)

    def init_states(self, memory):
        b = memory.size(0)
        self.ah, self.ac = memory.new_zeros(b, self.hidden), memory.new_zeros(b, self.hidden)
        self.dh, self.dc = memory.new_zeros(b, self.hidden), memory.new_zeros(b, self.hidden)
        self.ctx = memory.new_zeros(b, memory.size(2))
        self.memory = memory

    def decode(self, frame):
        self.ah, self.ac = self.attention_rnn(torch.cat((frame, self.ctx), -1), (self.ah, self.ac))
        self.ah = F.dropout(self.ah, 0.1, self.training)
        energies = torch.einsum("bd,btd->bt", self.query(self.ah), self.memory)
        weights = F.softmax(energies, dim=1)
        self.ctx = torch.bmm(weights.unsqueeze(1), self.memory).squeeze(1)
        self.dh, self.dc = self.decoder_rnn(torch.cat((self.ah, self.ctx), -1), (self.dh, self.dc))
        both = torch.cat((self.dh, self.ctx), dim=1)
        return self.proj(both), self.gate(both)

    def inference(self, memory, max_steps):
        self.init_states(memory)
        frame = memory.new_zeros(memory.size(0), self.mels)
        outputs = []
        while True:
            frame, stop = self.decode(self.prenet(frame))
            outputs.append(frame)
            if len(outputs) == max_steps:
                break
        return torch.stack(outputs, dim=1)

    def forward(self, memory, mels):
        go = memory.new_zeros(1, memory.size(0), self.mels)
        frames = self.prenet(torch.cat((go, mels.transpose(0, 1)), dim=0))
        self.init_states(memory)
        outs = []
        while len(outs) < frames.size(0) - 1:
            out, stop = self.decode(frames[len(outs)])
            outs += [out]
        return torch.stack(outs).transpose(0, 1)


def synthesize(memory, max_steps):
    return Decoder().inference(memory, max_steps)


# drive: Decoder()(torch.randn(2, 3, 5), torch.randn(2, 3, 4))
# drive: synthesize(torch.randn(2, 3, 5), 1)
# drive: synthesize(torch.randn(2, 3, 5), 3)
