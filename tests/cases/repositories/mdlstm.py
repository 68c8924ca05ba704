"""Handwriting recognition: four scan directions over a feature map with one LSTMCell each, kept in a ModuleDict."""

import torch
from torch import nn


class Scan(nn.Module):
    directions = ("lt", "rt", "lb", "rb")

    def __init__(self, channels, hidden):
        super().__init__()
        self.hidden = hidden
        self.cells = nn.ModuleDict({d: nn.LSTMCell(channels + hidden, hidden) for d in self.directions})  #: layer cells

    def _flip(self, image, direction):
        dims = [d for d, flag in ((3, "r" in direction), (2, direction.endswith("b"))) if flag]
        return torch.flip(image, dims) if dims else image

    def scan(self, image, direction):
        cell = self.cells[direction]
        batch, _, height, width = image.shape
        above = [image.new_zeros(batch, self.hidden) for _ in range(width)]
        rows = []
        for i in range(height):
            h = image.new_zeros(batch, self.hidden)
            c = image.new_zeros(batch, self.hidden)
            row = []
            for j in range(width):
                h, c = cell(torch.cat([image[:, :, i, j], above[j]], dim=1), (h, c))
                row.append(h)
            above = row
            rows.append(torch.stack(row, dim=-1))
        return self._flip(torch.stack(rows, dim=2), direction)

    def forward(self, image):
        outs = []
        for d in self.directions:
            outs.append(self.scan(self._flip(image, d), d))
        return sum(outs) / len(outs)


class MDLSTMNet(nn.Module):
    def __init__(self, n_chars=5):
        super().__init__()
        self.stem = nn.Sequential()
        self.stem.add_module("conv", nn.Conv2d(1, 4, 3, stride=2, padding=1))
        self.stem.add_module("relu", nn.ReLU())
        self.scan1 = Scan(4, 3)
        self.mid = nn.Conv2d(3, 4, 2, stride=1)
        self.scan2 = Scan(4, 3)
        self.out = nn.Linear(3, n_chars)

    def forward(self, x):
        x = self.stem(x)  #: before cells defined=47
        x = self.scan1(x)
        x = torch.relu(self.mid(x))  #: after cells; before cells
        x = self.scan2(x)
        return self.out(x.mean(dim=2).permute(2, 0, 1)).log_softmax(-1)


# drive: MDLSTMNet()(torch.randn(2, 1, 6, 6))
# drive: MDLSTMNet(7)(torch.randn(1, 1, 4, 4))
