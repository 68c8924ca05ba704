"""Breadth-first decoding with a deque; while queue; nodes as dicts; a ReLU only for inner nodes' values."""

from collections import defaultdict, deque

import torch
from torch import nn


class TopDown(nn.Module):
    def __init__(self, dim=4):
        super().__init__()
        self.root = nn.Linear(dim, dim)
        self.cell = nn.GRUCell(dim, dim)  #: layer cell
        self.left, self.right = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.out = nn.Linear(dim, 2)

    def forward(self, z, shape, limit=9):
        queue = deque()
        queue.append((0, torch.relu(self.root(z)), torch.zeros_like(z)))  #: before cell
        by_depth = defaultdict(list)
        while queue and len(by_depth) < limit:
            node, x, h = queue.popleft()
            h = self.cell(x, h)
            by_depth[len(bin(node + 1))].append(self.out(h))
            children = shape.get(node, ())
            for side, child in zip((self.left, self.right), children):
                queue.append((child, side(h).relu(), h))  #: after cell; before cell if
        return {depth: torch.stack(v) for depth, v in by_depth.items()}


# drive: TopDown()(torch.rand(1, 4), {0: (1, 2)}, limit=1)
# drive: TopDown()(torch.rand(1, 4), {0: (1, 2), 1: (3,)})
