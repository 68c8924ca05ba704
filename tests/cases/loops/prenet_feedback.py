"""The last output goes back through a prenet with ReLU: before always, after from the second step on."""

import torch
from torch import nn


class Prenet(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(n_in, n_out), nn.ReLU(), nn.Dropout(0.5))

    def forward(self, x):
        return self.layers(x)  #: before cell; after cell if


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.prenet = Prenet(3, 4)
        self.cell = nn.LSTMCell(4, 4)  #: layer cell
        self.mel = nn.Linear(4, 3)

    def forward(self, memory, steps):
        frame = memory.new_zeros(memory.size(0), 3)
        state = (memory, torch.zeros_like(memory))
        frames = []
        for _ in range(steps):
            state = self.cell(self.prenet(frame), state)
            frame = self.mel(state[0])
            frames.append(frame)
        return torch.stack(frames)


# drive: Decoder()(torch.zeros(2, 4), 3)
# drive: Decoder()(torch.zeros(2, 4), 1)
