"""Own ConvLSTM feeds nn.LSTM over pooled maps; the class that is called LSTMEncoder wraps no recurrent layer."""

from __future__ import annotations

import torch
from torch import nn


class ConvLSTMCell(nn.Module):
    def __init__(self, cin: int, hidden: int, k: int = 3):
        super().__init__()
        self.hidden = hidden
        self.conv = nn.Conv2d(cin + hidden, 4 * hidden, k, padding=k // 2)

    def forward(self, x, state):
        h, c = state
        i, f, o, g = torch.chunk(self.conv(torch.cat([x, h], dim=1)), 4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * g.tanh()
        return torch.sigmoid(o) * torch.tanh(c), c

    def init_hidden(self, x):
        b, _, h, w = x.shape
        z = torch.zeros(b, self.hidden, h, w, device=x.device, dtype=x.dtype)
        return z, z.clone()


class LSTMEncoder(nn.Module):
    """Stacks of ConvLSTM cells with a ReLU between them."""

    def __init__(self, dims: tuple[int, ...] = (1, 3, 2)):
        super().__init__()
        self.stack = nn.ModuleList(ConvLSTMCell(i, o) for i, o in zip(dims, dims[1:]))
        self.between = nn.ModuleList([nn.ReLU(), nn.Identity()])

    def forward(self, clip):
        outputs = list(clip.unbind(1))
        for cell, post in zip(self.stack, self.between):
            state = cell.init_hidden(outputs[0])
            level = []
            for frame in outputs:
                state = cell(frame, state)
                level.append(post(state[0]))  #: before rnn defined=33
            outputs = level
        return torch.stack(outputs, dim=1)


class Nowcaster(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = LSTMEncoder()
        self.temporal = nn.LSTM(2, 3, batch_first=True)  #: layer rnn on_output=no
        self.head = nn.ConvTranspose2d(2, 1, 1)
        self.gain = nn.Linear(3, 1)

    def forward(self, clip):
        maps = self.encoder(clip)
        _, (h, _) = self.temporal(maps.mean(dim=(-2, -1)))
        gain = self.gain(h[-1])[..., None, None]
        rain = self.head(maps[:, -1]).relu_()
        return rain * gain.clamp(min=0)


# drive: Nowcaster()(torch.rand(2, 2, 1, 4, 4))
# drive: Nowcaster()(torch.rand(1, 3, 1, 4, 4))
