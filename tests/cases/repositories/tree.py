"""Recursion over trees: child states are summed by an LSTMCell, with ReLU on leaves; n-ary nodes as nested tuples."""

import operator
from functools import reduce

import torch
from torch import nn


class TreeEncoder(nn.Module):
    def __init__(self, vocab=8, dim=4):
        super().__init__()
        self.dim = dim
        self.embed = nn.Embedding(vocab, dim)
        self.leaf = nn.Linear(dim, dim)
        self.cell = nn.LSTMCell(dim, dim)  #: layer cell
        self.gate = nn.Linear(dim, dim)

    def encode(self, node):
        label, *children = node
        x = self.embed(torch.tensor([label]))
        if not children:
            zero = x.new_zeros(1, self.dim)
            x = torch.relu(self.leaf(x)) if label else x  #: before cell if "label"
            return self.cell(x, (zero, zero))
        states = [self.encode(child) for child in children]
        h = reduce(operator.add, [s[0] for s in states])
        c = reduce(torch.Tensor.add, map(operator.itemgetter(1), states))
        h = h * nn.functional.relu(self.gate(h))  #: after cell if "children"; before cell if "children"
        return self.cell(x, (h, c))

    def forward(self, trees):
        roots = [self.encode(tree)[0] for tree in trees]
        return torch.cat(roots, dim=0)


class SICK(nn.Module):
    def __init__(self):
        super().__init__()
        self.tree = TreeEncoder()
        self.sim = nn.Bilinear(4, 4, 2)

    def forward(self, pairs):
        left, right = zip(*pairs)
        a, b = self.tree(left), self.tree(right)
        return self.sim(torch.abs(a - b), a * b).log_softmax(1)


# drive: SICK()([((0,), (0,))])
# drive: SICK()([((1, (2,), (3, (4,), (5,))), (2, (1,)))])
