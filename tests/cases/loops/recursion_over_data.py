"""A function that calls itself for what is in its argument, twice at each level, and a tree that a model walks down."""

import torch
from torch import nn


def activate(data):
    if isinstance(data, (list, tuple)):
        return [activate(item) for item in data]
    if isinstance(data, dict):
        return {key: activate(value) for key, value in data.items()}
    return torch.relu(data)  #: after rnn


class Tree(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(4, 4)  #: layer tree
        self.rnn = nn.GRU(4, 4)  #: layer rnn

    def walk(self, node, x):
        states = [self.walk(child, x) for child in node.children]
        h = torch.relu(sum(states)) if states else torch.zeros(2, 4)  #: after tree; before tree
        return self.cell(x, h)

    def forward(self, node, x):
        out, h = self.rnn(x.unsqueeze(0))
        return activate({"out": [out, h]}), self.walk(node, x)


class Node:
    def __init__(self, *children):
        self.children = children


# drive: Tree()(Node(Node()), torch.rand(2, 4))
# drive: Tree()(Node(Node(), Node(Node())), torch.rand(2, 4))
