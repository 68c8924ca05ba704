"""Transition parser: buffer LSTM, a stack of (h, c) pairs of an LSTMCell, TreeLSTM-like compose with ReLU."""

import torch
from torch import nn


class StackLSTM:
    """A stack of states of a cell; not a module."""

    def __init__(self, cell, empty):
        self.cell = cell
        self.states = [(empty, empty)]
        self.items = [empty]

    def push(self, item):
        self.states.append(self.cell(item, self.states[-1]))
        self.items.append(item)

    def pop(self):
        self.states.pop()
        return self.items.pop()

    def top(self):
        return self.states[-1][0]


class Parser(nn.Module):
    SHIFT, REDUCE = 0, 1

    def __init__(self, vocab=7, dim=4):
        super().__init__()
        self.dim = dim
        self.emb = nn.Embedding(vocab, dim)
        self.buffer = nn.LSTM(dim, dim)  #: layer buffer
        self.stack_cell = nn.LSTMCell(dim, dim)  #: layer stack
        self.compose = nn.Linear(2 * dim, dim)
        self.scorer = nn.Sequential(nn.Linear(2 * dim, dim), nn.ReLU(), nn.Linear(dim, 2))

    def forward(self, tokens, actions):
        words = self.emb(tokens)
        buf = self.buffer(words.flip(0))[0].flip(0)[1:]  # without the root
        stack = StackLSTM(self.stack_cell, torch.zeros(1, self.dim))
        pos, scores = 0, []
        for action in actions:
            front = buf[pos] if pos < len(buf) else torch.zeros(1, self.dim)
            scores.append(self.scorer(torch.cat([stack.top(), front], dim=1)))  #: after stack if; after buffer if
            if action == self.SHIFT:
                stack.push(words[pos])
                pos += 1
            else:
                right, left = stack.pop(), stack.pop()
                node = torch.relu(self.compose(torch.cat([left, right], 1)))  #: before stack if
                stack.push(node)
        return torch.cat(scores)


# drive: Parser()(torch.tensor([[1], [2], [3]]), [0])
# drive: Parser()(torch.tensor([[1], [2], [3]]), [0, 0, 1, 0])
# drive: Parser()(torch.tensor([[1]]), [0])
