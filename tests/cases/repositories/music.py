"""Music generation: biaxial time and note axis LSTMs, teacher forcing, generation by a generator function."""

import itertools

import torch
from torch import nn


class Axis(nn.Module):
    def __init__(self, inp, size, layers):
        super().__init__()
        self.layers = nn.ModuleList()
        for i in range(layers):
            self.layers.append(nn.LSTM(inp if not i else size, size, batch_first=True))  #: layer axis
        self.drop = nn.Dropout(0.1)

    def forward(self, x, states=None):
        states = states or [None] * len(self.layers)
        new = []
        for layer, state in zip(self.layers, states):
            prev = x
            x, state = layer(x, state)
            x = self.drop(x)
            if prev.shape == x.shape:
                x = x + prev
            new.append(state)
        return x, new


class DeepJ(nn.Module):
    def __init__(self, notes=4, size=4):
        super().__init__()
        self.conv = nn.Conv1d(notes, size, 1)
        self.time = Axis(size, size, 2)
        self.note = Axis(size, size, 1)
        self.out = nn.Linear(size, notes)

    def forward(self, x, states=(None, None)):
        time_states, note_states = states
        h = self.conv(x.transpose(1, 2)).transpose(1, 2).relu()  #: before axis; after axis if
        h, time_states = self.time(h, time_states)
        h = nn.functional.relu(h, inplace=True)  #: after axis; before axis
        h, note_states = self.note(h, note_states)
        return self.out(h), (time_states, note_states)

    def stream(self, seed):
        x, states = seed, (None, None)
        while True:
            logits, states = self(x, states)
            x = (torch.sigmoid(logits[:, -1:]) > 0.5).float()
            yield x


def compose(seed, bars=3):
    model = DeepJ()
    model.train(False)
    return torch.cat(list(itertools.islice(model.stream(seed), bars)), dim=1)


# drive: DeepJ()(torch.rand(2, 3, 4))
# drive: compose(torch.rand(1, 2, 4))
# drive: compose(torch.rand(1, 2, 4), 1)
