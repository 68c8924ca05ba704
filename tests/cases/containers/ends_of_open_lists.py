"""What is taken off the ends of lists of open length, put there or written over, and what is left of them."""

from collections import deque

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, count=2):
        super().__init__()
        self.count = count
        self.rnn = nn.GRU(4, 4)  #: layer rnn
        layers = [nn.Linear(4, 4)]
        for _ in range(count):
            layers += [nn.ReLU(), nn.Linear(4, 4)]
        layers[-1] = nn.Tanh()
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        y, _ = self.rnn(x)
        front = [x]
        front.insert(-5, y)
        torch.relu(front[0]), torch.tanh(front[1])  #: after rnn
        both = [x, y]
        for i in range(self.count):
            both.append(x)
        torch.relu(both[:1][0]), torch.relu(both[-1:][0])
        torch.relu(both[:2][1])  #: after rnn
        rows = [y]
        for i in range(self.count):
            rows.append(x * i)
        first, *rest = rows
        for row in rest:
            torch.relu(row)
        rows.append(y)
        last = rows.pop()
        for row in rows[1:]:
            torch.relu(row)
        taken = rows.pop(0)
        for row in rows:
            torch.relu(row)
        rows.insert(0, y)
        torch.relu(rows[0])  #: after rnn
        del rows[0]
        for row in reversed(rows):
            torch.relu(row)
        return first, last, taken, self.net[0](y), self.net[-1](y)


class Queue(nn.Module):
    def __init__(self, count=2):
        super().__init__()
        self.count = count
        self.rnn = nn.GRU(4, 4)  #: layer queued

    def forward(self, x):
        y, _ = self.rnn(x)
        both = deque([x, y])
        torch.relu(both.popleft())
        torch.relu(both.popleft())  #: after queued
        waiting = deque([x] * self.count)
        waiting.appendleft(y)
        waiting.extendleft([x, x])
        torch.relu(waiting[2])  #: after queued
        waiting.popleft(), waiting.popleft(), waiting.popleft()
        for item in waiting:
            torch.relu(item)
        return y


# drive: Net()(torch.zeros(5, 2, 4)), Queue()(torch.zeros(5, 2, 4))
# drive: Net(1)(torch.zeros(5, 2, 4)), Queue(1)(torch.zeros(5, 2, 4))
