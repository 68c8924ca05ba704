"""What a recursive call gives comes from a level that called again: the ReLU of one level is before the cell of the next."""

import torch
from torch import nn


class Chain(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer chain

    def forward(self, x, depth):
        if depth == 0:
            return x
        return self.cell(torch.relu(self(x, depth - 1)))  #: after chain if "depth"; before chain if "depth"


class Tree(nn.Module):
    """A leaf is returned as it is."""

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer tree

    def node(self, tree):
        if isinstance(tree, torch.Tensor):
            return tree
        left, right = tree
        return torch.relu(self.cell(self.node(left), self.node(right)))  #: after tree if "isinstance"; before tree if "isinstance"

    def forward(self, tree):
        return self.node(tree)


class Leaves(nn.Module):
    """Only what ends the recursion is bent, and nothing is fed on from there."""

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer leaves on_output=no

    def forward(self, x, depth):
        if depth == 0:
            return torch.relu(x)
        self(x, depth - 1)
        return self.cell(x)


# drive: Chain()(torch.zeros(2, 4), 2)
# drive: Chain()(torch.zeros(2, 4), 1), Chain()(torch.zeros(2, 4), 0)
# drive: Tree()((torch.zeros(2, 4), (torch.zeros(2, 4), torch.zeros(2, 4))))
# drive: Tree()(torch.zeros(2, 4)), Leaves()(torch.zeros(2, 4), 2)
